using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>
/// A target framework as a consumer's compiler sees it: the references and symbols that MSBuild resolved for it,
/// and the oldest language version that such a project may be expected to have.
/// </summary>
internal sealed class TargetPlatform
{
    private const string RuntimeAssembly = "SieSmart.Runtime.dll";

    private static readonly string Lists = Path.Combine(AppContext.BaseDirectory, "references");

    private readonly Lazy<IReadOnlyList<PortableExecutableReference>> _references;

    private TargetPlatform(string name, LanguageVersion languageVersion)
    {
        Name = name;
        ParseOptions = new CSharpParseOptions(languageVersion, DocumentationMode.Diagnose, preprocessorSymbols: Symbols(name));
        _references = new(() => [.. Lines(name + ".references.txt").Select(path => MetadataReference.CreateFromFile(path))]);
    }

    /// <summary>C# 9 is the oldest version that generated code is written for.</summary>
    public static TargetPlatform NetStandard20 { get; } = new("netstandard2.0", LanguageVersion.CSharp9);

    public static TargetPlatform Net80 { get; } = new("net8.0", LanguageVersion.CSharp12);

    public static TargetPlatform Net100 { get; } = new("net10.0", LanguageVersion.Latest);

    public static IReadOnlyList<TargetPlatform> All { get; } = [NetStandard20, Net80, Net100];

    public string Name { get; }

    /// <summary>Documentation comments are diagnosed, so a public member without one is a warning.</summary>
    public CSharpParseOptions ParseOptions { get; }

    /// <summary>Kiota's packages, SieSmart.Runtime and the framework.</summary>
    public IReadOnlyList<MetadataReference> References => _references.Value;

    /// <summary>What a project has that doesn't reference SieSmart.Runtime.</summary>
    public IReadOnlyList<MetadataReference> ReferencesWithoutRuntime =>
        [.. _references.Value.Where(reference => Path.GetFileName(reference.FilePath) is not RuntimeAssembly)];

    /// <summary>Where a referenced assembly lies; null if it isn't referenced.</summary>
    public string? PathOf(string file) => _references.Value.Select(reference => reference.FilePath).FirstOrDefault(path => Path.GetFileName(path) == file);

    public static TargetPlatform Named(string name) => All.Single(target => string.Equals(target.Name, name, StringComparison.Ordinal));

    public override string ToString() => Name;

    private static IEnumerable<string> Symbols(string name) =>
        Lines(name + ".symbols.txt").SelectMany(line => line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Lists, file), Encoding.UTF8);
}
