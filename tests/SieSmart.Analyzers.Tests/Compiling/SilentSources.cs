using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Analyzers.Tests.Compiling;

/// <summary>Sources in which there is nothing to report, one a file of <c>Sources/Silent</c>.</summary>
internal static class SilentSources
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Sources/Silent");

    /// <summary>The names of the files.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    /// <summary>A file, as a whole program: statements stand in a method.</summary>
    public static string Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".cs"));
        var members = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Members;
        var isWhole = members.Any(member => member is BaseTypeDeclarationSyntax) || text.Contains("new SieSmartClient(", StringComparison.Ordinal);
        return isWhole ? text : Consumer.Method(text);
    }
}
