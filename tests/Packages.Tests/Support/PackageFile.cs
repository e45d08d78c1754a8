using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Packages.Tests.Support;

/// <summary>A package as it lies in the feed.</summary>
internal sealed class PackageFile(string path) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    /// <summary>The names of its files, without what the format itself adds.</summary>
    public IReadOnlyList<string> Files => [.. _archive.Entries
        .Select(entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal)
            && !string.Equals(name, "[Content_Types].xml", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    /// <summary>The names of its assemblies that were made in this repository.</summary>
    public IReadOnlyList<string> OwnAssemblies => [.. Files.Where(name =>
        Path.GetFileName(name) is "SpecDiff.dll" || (Path.GetFileName(name).StartsWith("SieSmart.", StringComparison.Ordinal) && name.EndsWith(".dll", StringComparison.Ordinal)))];

    public byte[] Read(string name)
    {
        using var content = _archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>What it says of itself, and what it holds, as text to compare with what was approved.</summary>
    /// <param name="version">What to leave out, since it is new each time.</param>
    /// <param name="commit">What to leave out, too.</param>
    public string Describe(string version, string commit)
    {
        var text = new StringBuilder();
        var specification = XDocument.Parse(Encoding.UTF8.GetString(Read(Files.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)))).TrimStart('\uFEFF'));
        Describe(specification.Root!.Elements().Single(), text, string.Empty);
        text.Append("files\n");
        foreach (var file in Files)
        {
            text.Append("  ").Append(file).Append('\n');
        }

        return text.ToString()
            .Replace(version, "{version}", StringComparison.Ordinal)
            .Replace(commit, "{commit}", StringComparison.Ordinal);
    }

    public void Dispose() => _archive.Dispose();

    private static void Describe(XElement element, StringBuilder text, string indent)
    {
        text.Append(indent).Append(element.Name.LocalName);
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            text.Append(' ').Append(attribute.Name.LocalName).Append('=').Append(attribute.Value);
        }

        text.Append(element.HasElements || element.Value.Length == 0 ? string.Empty : " " + element.Value.Trim()).Append('\n');
        foreach (var child in element.Elements())
        {
            Describe(child, text, indent + "  ");
        }
    }
}
