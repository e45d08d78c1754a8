using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Packages.Tests.Support;

/// <summary>What a debugger is told of an assembly's source.</summary>
/// <param name="Id">By which an assembly finds them.</param>
/// <param name="SourceLink">The map of folders to addresses; null if there is none.</param>
/// <param name="Documents">The paths of all sources.</param>
/// <param name="EmbeddedDocuments">Those of which the text is inside.</param>
internal sealed record Symbols(Guid Id, string? SourceLink, IReadOnlyList<string> Documents, IReadOnlyList<string> EmbeddedDocuments)
{
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSourceKind = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>The symbols in a file of their own.</summary>
    public static Symbols Read(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage([.. symbols]);
        return Read(provider.GetMetadataReader());
    }

    /// <summary>The symbols inside an assembly.</summary>
    public static Symbols ReadEmbedded(byte[] assembly)
    {
        using var reader = new PEReader([.. assembly]);
        var entry = reader.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var provider = reader.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        return Read(provider.GetMetadataReader());
    }

    /// <summary>The names and versions of the assemblies that an assembly refers to.</summary>
    public static IReadOnlyList<AssemblyName> ReferencesOf(byte[] assembly)
    {
        using var reader = new PEReader([.. assembly]);
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }

    private static Symbols Read(MetadataReader reader)
    {
        var link = reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
            .Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == SourceLinkKind)
            .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)))
            .SingleOrDefault();
        return new Symbols(
            new BlobContentId(reader.DebugMetadataHeader!.Id).Guid,
            link,
            [.. reader.Documents.Select(handle => Name(reader, handle))],
            [.. reader.Documents.Where(handle => IsEmbedded(reader, handle)).Select(handle => Name(reader, handle))]);
    }

    private static string Name(MetadataReader reader, DocumentHandle handle) => reader.GetString(reader.GetDocument(handle).Name);

    private static bool IsEmbedded(MetadataReader reader, DocumentHandle handle) => reader.GetCustomDebugInformation(handle)
        .Any(information => reader.GetGuid(reader.GetCustomDebugInformation(information).Kind) == EmbeddedSourceKind);
}
