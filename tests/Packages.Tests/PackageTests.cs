using Packages.Tests.Support;
using TestSupport;

namespace Packages.Tests;

/// <summary>What is in the packages.</summary>
public sealed class PackageTests(PackedSolution packed) : PackedTests, IAsyncLifetime
{
    /// <summary>The packages that the solution is made into.</summary>
    public static TheoryData<string> Ids => ["SieSmart.Client", "SieSmart.Generators", "SieSmart.Pipeline", "SieSmart.Pipeline.PostgreSql", "SieSmart.Pipeline.Redis", "SieSmart.Pipeline.Sqlite", "SieSmart.Runtime", "SieSmart.Sandbox", "SieSmart.SpecDiff", "SieSmart.Templates", "SieSmart.Testing"];

    /// <summary>Those that hold assemblies, and not only files that projects are made of.</summary>
    public static TheoryData<string> IdsWithAssemblies => [.. Ids.Select(id => id.Data).Where(id => id is not "SieSmart.Templates")];

    /// <summary>Those with symbols in a package of their own.</summary>
    public static TheoryData<string> IdsOfLibraries => ["SieSmart.Client", "SieSmart.Pipeline", "SieSmart.Pipeline.PostgreSql", "SieSmart.Pipeline.Redis", "SieSmart.Pipeline.Sqlite", "SieSmart.Runtime", "SieSmart.Testing"];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await packed.MakeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void These_are_made_and_no_others()
    {
        var expected = Ids.Select(id => $"{id.Data}.{packed.Version}.nupkg")
            .Concat(IdsOfLibraries.Select(id => $"{id.Data}.{packed.Version}.snupkg"));

        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.GetFiles(packed.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void They_are_made_without_a_warning() => Assert.DoesNotContain("warning", packed.Output, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_holds_and_needs_what_was_approved(string id)
    {
        using var package = packed.Open(id);

        ApprovedText.Check($"{id}.txt", package.Describe(packed.Version, packed.Commit));
    }

    [Theory]
    [InlineData("SieSmart.Generators")]
    [InlineData("SieSmart.Runtime")]
    public void A_package_with_rules_holds_their_pages(string id)
    {
        using var package = packed.Open(id);
        var pages = Directory.GetFiles(RepositoryFiles.PathOf("docs/rules"), "*.md").ToDictionary(file => "docs/rules/" + Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);

        Assert.Equal(pages.Keys.Order(StringComparer.Ordinal), package.Files.Where(name => name.StartsWith("docs/", StringComparison.Ordinal)));
        Assert.All(pages, page => Assert.Equal(page.Value, package.Read(page.Key)));
    }

    [Theory]
    [MemberData(nameof(IdsWithAssemblies))]
    public void Only_the_generator_brings_or_needs_a_YAML_library(string id)
    {
        using var package = packed.Open(id);
        var needing = package.OwnAssemblies.Where(name => Symbols.ReferencesOf(package.Read(name)).Any(reference => reference.Name is "YamlDotNet"));

        Assert.NotEmpty(package.OwnAssemblies);
        Assert.All(needing, name => Assert.EndsWith("SieSmart.Generators.dll", name, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_compiler_loads_asks_for_none_newer_than_the_oldest_that_is_promised(string id)
    {
        using var package = packed.Open(id);
        var asked = package.OwnAssemblies
            .Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal))
            .SelectMany(name => Symbols.ReferencesOf(package.Read(name)))
            .Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

        Assert.All(asked, reference => Assert.True(reference.Version <= new Version(BuildSettings.OldestRoslynVersion + ".0"), $"{reference}"));
    }

    [Theory]
    [MemberData(nameof(IdsOfLibraries))]
    public void Symbols_of_a_library_lead_to_its_source(string id)
    {
        using var package = packed.Open(id);
        using var symbols = packed.Open(id, "snupkg");
        var libraries = package.OwnAssemblies.Where(name => name.StartsWith("lib/", StringComparison.Ordinal) && Path.GetFileName(name) == id + ".dll").ToList();

        Assert.NotEmpty(libraries);
        Assert.All(libraries, name => LeadsToItsSource(Symbols.Read(symbols.Read(Path.ChangeExtension(name, ".pdb")))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Other_assemblies_carry_symbols_that_do_so(string id)
    {
        using var package = packed.Open(id);
        var others = package.OwnAssemblies.Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal) || Path.GetFileName(name) is "SpecDiff.dll" || Path.GetFileName(name).StartsWith("SieSmart.Sandbox.", StringComparison.Ordinal));

        Assert.All(others, name => LeadsToItsSource(Symbols.ReadEmbedded(package.Read(name))));
    }

    [Fact]
    public async Task Another_clone_of_the_commit_makes_the_same_assemblies()
    {
        const string framework = "net10.0";
        var clone = await packed.CloneAsync(Path.Combine("somewhere", "else"));
        await packed.BuildAsync(clone, "src/SieSmart.Client", framework);
        await packed.BuildAsync(clone, "src/SieSmart.Client", framework, "-t:Precompile");

        Compare("SieSmart.Client", $"lib/{framework}/SieSmart.Client.dll", $"src/SieSmart.Client/bin/Release/{framework}/SieSmart.Client.dll");
        Assert.All(Platform.All, platform => Compare("SieSmart.Client", $"runtimes/{platform.Name}/lib/{framework}/SieSmart.Client.dll", $"src/SieSmart.Client/obj/Release/{framework}/precompiled/{platform.Name}/SieSmart.Client.dll"));
        Compare("SieSmart.Pipeline", $"lib/{framework}/SieSmart.Pipeline.dll", $"src/SieSmart.Pipeline/bin/Release/{framework}/SieSmart.Pipeline.dll");
        Compare("SieSmart.Runtime", $"lib/{framework}/SieSmart.Runtime.dll", $"src/SieSmart.Runtime/bin/Release/{framework}/SieSmart.Runtime.dll");
        Compare("SieSmart.Runtime", "analyzers/dotnet/cs/SieSmart.Analyzers.dll", "generators/SieSmart.Analyzers/bin/Release/netstandard2.0/SieSmart.Analyzers.dll");
        Compare("SieSmart.Runtime", "analyzers/dotnet/cs/SieSmart.CodeFixes.dll", "generators/SieSmart.CodeFixes/bin/Release/netstandard2.0/SieSmart.CodeFixes.dll");
        Compare("SieSmart.Generators", "analyzers/dotnet/cs/SieSmart.Generators.dll", "generators/SieSmart.Generators/bin/Release/netstandard2.0/SieSmart.Generators.dll");

        void Compare(string id, string packedName, string builtName)
        {
            using var package = packed.Open(id);
            Assert.True(package.Read(packedName).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(clone, builtName))), $"{packedName} differs from clone to clone.");
        }
    }

    private void LeadsToItsSource(Symbols symbols)
    {
        var raw = BuildSettings.RepositoryUrl.Replace("https://github.com/", "https://raw.githubusercontent.com/", StringComparison.Ordinal);
        Assert.Contains($"{raw}/{packed.Commit}/*", symbols.SourceLink, StringComparison.Ordinal);

        // What no commit has, such as generated code, is inside.
        Assert.All(
            symbols.Documents.Except(symbols.EmbeddedDocuments, StringComparer.Ordinal),
            document => Assert.True(document.StartsWith("/_/", StringComparison.Ordinal) && !document.Contains("/obj/", StringComparison.Ordinal), $"No source for {document}."));
    }
}
