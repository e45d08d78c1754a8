using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Packages.Tests.Support;

/// <summary>What tells one image of an assembly from another.</summary>
/// <param name="Identity">The name and version of the assembly, and the id that the C# compiler gave to what it made.</param>
/// <param name="SymbolsId">The id of the symbols that belong to it.</param>
/// <param name="References">The assemblies that it refers to.</param>
/// <param name="Machine">What it is for, as the file format numbers it.</param>
/// <param name="Methods">How many methods have a body in IL.</param>
/// <param name="NativeCode">The size of the table of its native functions, in bytes.</param>
internal sealed record AssemblyImage(string Identity, Guid SymbolsId, IReadOnlyList<string> References, ushort Machine, int Methods, int NativeCode)
{
    /// <summary>What a function takes in the table of native functions, in bytes; more on some processors.</summary>
    public const int LeastForFunction = 8;

    // As the .NET runtime has them in readytorun.h.
    private const uint Signature = 0x00525452;
    private const int RuntimeFunctions = 102;

    public static AssemblyImage Read(byte[] assembly)
    {
        using var reader = new PEReader([.. assembly]);
        var metadata = reader.GetMetadataReader();
        var symbols = reader.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);
        return new AssemblyImage(
            $"{metadata.GetAssemblyDefinition().GetAssemblyName().FullName}, {metadata.GetGuid(metadata.GetModuleDefinition().Mvid)}",
            reader.ReadCodeViewDebugDirectoryData(symbols).Guid,
            [.. Symbols.ReferencesOf(assembly).Select(reference => reference.FullName)],
            (ushort)reader.PEHeaders.CoffHeader.Machine,
            metadata.MethodDefinitions.Count(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress != 0),
            SizeOfNativeCode(reader));
    }

    private static int SizeOfNativeCode(PEReader reader)
    {
        var directory = reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory;
        if (directory.Size == 0)
        {
            return 0;
        }

        var header = reader.GetSectionData(directory.RelativeVirtualAddress).GetReader();
        if (header.ReadUInt32() != Signature)
        {
            return 0;
        }

        // The versions of the format, and its flags.
        header.ReadUInt64();
        for (var sections = header.ReadInt32(); sections > 0; sections--)
        {
            var (kind, _, size) = (header.ReadInt32(), header.ReadInt32(), header.ReadInt32());
            if (kind == RuntimeFunctions)
            {
                return size;
            }
        }

        return 0;
    }
}
