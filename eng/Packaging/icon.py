#!/usr/bin/env python3
"""Draws icon.png, the icon of the packages: a tag (for an entity tag) with a check mark. Needs nothing but Python."""
import pathlib
import struct
import zlib

SIZE = 128
SAMPLES = 4  # in each direction, for smooth edges
GROUND = (24, 58, 92)
PAPER = (255, 255, 255)
MARK = (22, 140, 108)


def in_rounded_square(x, y):
    dx, dy = max(abs(x - 64) - 36, 0), max(abs(y - 64) - 36, 0)
    return dx * dx + dy * dy <= 24 * 24


def in_tag(x, y):
    # A box with round corners on the right, and a point on the left that the hole sits in.
    if x >= 46:
        dx, dy = max(x - 98, 0), max(abs(y - 64) - 20, 0)
        inside = dx * dx + dy * dy <= 8 * 8 and abs(y - 64) <= 28
    else:
        inside = x >= 20 and abs(y - 64) <= 10 + (x - 20) * 18 / 26
    return inside and (x - 38) ** 2 + (y - 64) ** 2 > 5.5 ** 2


def near_segment(x, y, a, b, width):
    (ax, ay), (bx, by) = a, b
    length = (bx - ax) ** 2 + (by - ay) ** 2
    t = min(1, max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return (x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2 <= width * width


def in_mark(x, y):
    return near_segment(x, y, (56, 65), (68, 77), 4.5) or near_segment(x, y, (68, 77), (92, 52), 4.5)


def colour(x, y):
    if not in_rounded_square(x, y):
        return None
    if in_tag(x, y):
        return MARK if in_mark(x, y) else PAPER
    return GROUND


def pixel(column, row):
    steps = [(i + 0.5) / SAMPLES for i in range(SAMPLES)]
    hits = [c for dy in steps for dx in steps if (c := colour(column + dx, row + dy))]
    if not hits:
        return bytes(4)
    return bytes(sum(c[i] for c in hits) // len(hits) for i in range(3)) + bytes([255 * len(hits) // SAMPLES ** 2])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(SIZE)) for y in range(SIZE))
pathlib.Path(__file__).with_name("icon.png").write_bytes(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(rows, 9))
    + chunk(b"IEND", b""))
