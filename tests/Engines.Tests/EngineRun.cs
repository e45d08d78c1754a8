using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using Packages.Tests.Support;
using TestSupport;

namespace Engines.Tests;

/// <summary>A test project of this repository, built with a client that another engine made, in a folder of its own, and run.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Passed">The full names of the tests that passed.</param>
/// <param name="Others">What became of all other tests.</param>
internal sealed record EngineRun(string Project, string Engine, IReadOnlyList<string> Passed, IReadOnlyList<string> Others)
{
    private static readonly string Configuration = typeof(EngineRun).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => string.Equals(metadata.Key, "Configuration", StringComparison.Ordinal)).Value!;

    /// <summary>Builds and runs it.</summary>
    /// <exception cref="InvalidOperationException">It doesn't build, or ran no test.</exception>
    public static async Task<EngineRun> OfAsync(string project, string engine)
    {
        await Command.DotNet("build", $"tests/{project}", "-c", Configuration, $"-p:OpenApiEngine={engine}", "-v", "q", "-nologo", "-clp:ErrorsOnly", "-nodeReuse:false")
            .In(RepositoryFiles.Root)
            .MustSucceedAsync();

        // Directory.Build.props says where the output of other engines goes, and .NET's layout of artifacts what lies where in it.
        var folder = RepositoryFiles.PathOf("artifacts", engine, "bin", project, Configuration.ToLowerInvariant());
        var results = Path.Combine(folder, "results.xml");
        File.Delete(results);
        var run = await Command.DotNet("exec", Path.Combine(folder, $"{project}.dll"), "-xml", results, "-noColor").In(folder).RunAsync();
        return File.Exists(results)
            ? Read(project, engine, XDocument.Load(results))
            : throw new InvalidOperationException($"'{project}' with the engine '{engine}' ended with {run.ExitCode} and has no results:\n{run.Output}");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Project} with the client of the engine {Engine}: {Passed.Count} passed, {Others.Count} failed or were skipped.");

    private static EngineRun Read(string project, string engine, XDocument results)
    {
        var tests = results.Descendants("test").ToLookup(test => (string?)test.Attribute("result") == "Pass");
        return new EngineRun(
            project,
            engine,
            [.. tests[true].Select(NameOf)],
            [
                .. tests[false].Select(test => $"{NameOf(test)}: {(string?)test.Attribute("result")} {test.Element("failure")?.Value}{test.Element("reason")?.Value}"),
                .. results.Descendants("error").Select(error => error.Value),
            ]);
    }

    private static string NameOf(XElement test) => (string)test.Attribute("name")!;
}
