using System.Reflection.PortableExecutable;

namespace Packages.Tests.Support;

/// <summary>A platform that packages have code for.</summary>
/// <param name="Name">Its name in NuGet.</param>
/// <param name="Number">Its processor and system, as a file says for which it is.</param>
internal sealed record Platform(string Name, ushort Number)
{
    // By which the .NET runtime tells the files of a system from those of Windows, as it has them in pedecoder.h.
    private const ushort Linux = 0x7B79;
    private const ushort MacOS = 0x4644;

    public static IReadOnlyList<Platform> All { get; } =
    [
        new("linux-arm64", (ushort)Machine.Arm64 ^ Linux),
        new("linux-musl-x64", (ushort)Machine.Amd64 ^ Linux),
        new("linux-x64", (ushort)Machine.Amd64 ^ Linux),
        new("osx-arm64", (ushort)Machine.Arm64 ^ MacOS),
        new("win-x64", (ushort)Machine.Amd64),
    ];
}
