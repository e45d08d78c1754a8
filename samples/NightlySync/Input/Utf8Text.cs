using System.Buffers;
using System.Text;

namespace NightlySync.Input;

/// <summary>Finds what is not UTF-8. A reader would put a question mark in its place, and the name of a customer would be spoiled.</summary>
internal static class Utf8Text
{
    private const int BufferLength = 64 * 1024;

    /// <summary>The first byte that is none of a UTF-8 text, and its line; null if there is none.</summary>
    public static async Task<(long Line, byte Byte)?> FindFaultAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferLength];
        var filled = 0;
        var position = new Position();
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            filled += read;
            var used = Pass(buffer.AsSpan(0, filled), isEnd: read == 0, ref position, out var isFaulty);
            if (isFaulty)
            {
                return (position.Line, buffer[used]);
            }

            if (read == 0)
            {
                return null;
            }

            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
        }
    }

    /// <returns>How many bytes are sound characters.</returns>
    private static int Pass(ReadOnlySpan<byte> bytes, bool isEnd, ref Position position, out bool isFaulty)
    {
        var used = 0;
        while (used < bytes.Length)
        {
            var status = Rune.DecodeFromUtf8(bytes[used..], out var character, out var length);
            if (status != OperationStatus.Done)
            {
                // The beginning of a character, the rest of which was not read yet.
                isFaulty = status != OperationStatus.NeedMoreData || isEnd;
                return used;
            }

            position.Pass(character);
            used += length;
        }

        isFaulty = false;
        return used;
    }

    /// <summary>Counts lines as a reader does: they end with CR, with LF, or with both.</summary>
    private struct Position()
    {
        private bool _isBehindReturn;

        public long Line { get; private set; } = 1;

        public void Pass(Rune character)
        {
            if (character.Value == '\r' || (character.Value == '\n' && !_isBehindReturn))
            {
                Line++;
            }

            _isBehindReturn = character.Value == '\r';
        }
    }
}
