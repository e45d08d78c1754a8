using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EndToEnd.Tests.Compiling;

/// <summary>A program as somebody would write it in a project that references the client, with the SDK's implicit usings.</summary>
internal static class CSharpSnippet
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.ConsoleApplication)
        .WithNullableContextOptions(NullableContextOptions.Enable);

    private static readonly Lazy<IReadOnlyList<PortableExecutableReference>> LoadedReferences = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>The framework, and whatever the tests are built against: client, runtime and Kiota's packages among it.</summary>
    public static IReadOnlyList<PortableExecutableReference> References => LoadedReferences.Value;

    /// <summary>A program of top-level statements, for the compiler and others to judge.</summary>
    public static CSharpCompilation Compilation(string program) =>
        CSharpCompilation.Create("Consumer", [Parse(program), Parse(ImplicitUsings)], References, Options);

    /// <summary>What the compiler has to say on a program of top-level statements, hints left out.</summary>
    public static IReadOnlyList<Diagnostic> Compile(string program) => Diagnose(Compilation(program));

    /// <summary>The same on a program whose client is generated in its own project.</summary>
    public static IReadOnlyList<Diagnostic> Compile(string program, Compilation generated) =>
        Diagnose(generated.AddSyntaxTrees(Parse(program), Parse(ImplicitUsings)).WithOptions(Options));

    /// <summary>The program's assembly, and what the compiler has to say on it.</summary>
    public static (byte[] Assembly, IReadOnlyList<Diagnostic> Complaints) Emit(string program)
    {
        var compilation = Compilation(program);
        using var assembly = new MemoryStream();
        compilation.Emit(assembly);
        return (assembly.ToArray(), Diagnose(compilation));
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest));

    private static List<Diagnostic> Diagnose(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
}
