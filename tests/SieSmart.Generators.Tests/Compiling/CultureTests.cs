using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Requirements;
using Requirements.Programs;
using SieSmart.Generators.Tests.Parity;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>The compiler itself, in processes of different cultures, gives the same bytes.</summary>
public sealed class CultureTests : IDisposable
{
    /// <summary>A generator that writes down in which culture it runs: the compiler must have taken the one that was asked for.</summary>
    private const string Probe =
        """
        using System.Globalization;
        using System.Text;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Text;

        [Generator(LanguageNames.CSharp)]
        public sealed class CultureProbe : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
                context.ParseOptionsProvider,
                static (output, _) => output.AddSource("Culture.g.cs", SourceText.From($"// {CultureInfo.CurrentCulture.Name} {"I".ToLower()} {1.5}\n", Encoding.UTF8)));
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cultures-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Two_compilers_of_different_cultures_generate_the_same_bytes()
    {
        MachineRequirements.Cultures.PathOrSkip();
        await WriteProject();

        var english = await Compile("en-US");
        var turkish = await Compile("tr-TR");

        Assert.Equal("// en-US i 1.5\n", english["Culture.g.cs"]);
        Assert.Equal("// tr-TR ı 1,5\n", turkish["Culture.g.cs"]);
        Assert.InRange(english.Count, 100, int.MaxValue);
        Assert.Equal(english.Remove("Culture.g.cs"), turkish.Remove("Culture.g.cs"));
        Assert.Equal(english, turkish);
    }

    private string ProbePath => Path.Combine(_folder.FullName, "probe.dll");

    private async Task WriteProject()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var probe = CSharpCompilation.Create("probe", [CSharpSyntaxTree.ParseText(Probe)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(probe.Emit(ProbePath, cancellationToken: TestContext.Current.CancellationToken).Diagnostics);
        var metadata = new StringBuilder("is_global = true\n");
        foreach (var name in ParityFiles.Documents)
        {
            var path = Path.Combine(_folder.FullName, name + ".yaml");
            await File.WriteAllTextAsync(path, ParityFiles.Document(name), TestContext.Current.CancellationToken);
            metadata.Append($"[{path}]\n");
            foreach (var entry in ParityRuns.Document(name, "None").Metadata)
            {
                metadata.Append($"build_metadata.AdditionalFiles.{entry.Key} = {entry.Value}\n");
            }
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "metadata.editorconfig"), metadata.ToString(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Empty.cs"), "", TestContext.Current.CancellationToken);
    }

    /// <summary>The generated files by name.</summary>
    private async Task<Dictionary<string, string>> Compile(string culture)
    {
        var output = Path.Combine(_folder.FullName, culture);
        var start = new ProcessStartInfo(DotNetHost.Path) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            CompilerPath, "/noconfig", "/nologo", "/target:library", "/out:" + Path.Combine(_folder.FullName, culture + ".dll"), "/langversion:latest", "/nowarn:CS1591",
            "/analyzer:" + typeof(OpenApiClientGenerator).Assembly.Location, "/analyzer:" + typeof(YamlDotNet.Core.Parser).Assembly.Location, "/analyzer:" + ProbePath,
            "/generatedfilesout:" + output, "/analyzerconfig:" + Path.Combine(_folder.FullName, "metadata.editorconfig"),
            .. ParityFiles.Documents.Select(name => "/additionalfile:" + Path.Combine(_folder.FullName, name + ".yaml")),
            .. TargetPlatform.Net100.References.Select(reference => "/reference:" + reference.Display),
            Path.Combine(_folder.FullName, "Empty.cs"),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // What a shell of that language sets; DOTNET_* because this very process runs without cultures.
        start.Environment["LANG"] = start.Environment["LC_ALL"] = culture.Replace('-', '_') + ".UTF-8";
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";
        start.Environment.Remove("DOTNET_STARTUP_HOOKS");
        Directory.CreateDirectory(output);
        using var compiler = Process.Start(start)!;
        var said = await Task.WhenAll(compiler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), compiler.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await compiler.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(compiler.ExitCode == 0, string.Concat(said));
        return Directory.EnumerateFiles(output, "*.cs", SearchOption.AllDirectories).ToDictionary(path => Path.GetFileName(path), path => File.ReadAllText(path, Encoding.UTF8), StringComparer.Ordinal);
    }

    private static string CompilerPath
    {
        get
        {
            var shared = new DirectoryInfo(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory());
            var sdks = Path.Combine(shared.Parent!.Parent!.Parent!.FullName, "sdk");
            return Directory.EnumerateFiles(sdks, "csc.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last(path => path.Contains("bincore", StringComparison.Ordinal));
        }
    }
}
