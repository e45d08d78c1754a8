using Packages.Tests.Support;

namespace Packages.Tests;

/// <summary>What packages bring for a platform: the same assemblies, compiled ahead.</summary>
public sealed class PrecompiledTests(PackedSolution packed) : PackedTests, IAsyncLifetime
{
    private const string Framework = "net10.0";

    /// <summary>The packages that have them.</summary>
    public static TheoryData<string> Ids => ["SieSmart.Client", "SieSmart.Pipeline", "SieSmart.Runtime"];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await packed.MakeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_has_its_assembly_for_each_platform(string id)
    {
        using var package = packed.Open(id);

        Assert.Equal(Platform.All.Select(platform => PathOf(platform, id)), package.Files.Where(name => name.StartsWith("runtimes/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_the_assembly_that_all_others_get(string id)
    {
        using var package = packed.Open(id);
        var portable = AssemblyImage.Read(package.Read($"lib/{Framework}/{id}.dll"));

        Assert.All(Platform.All, platform =>
        {
            var image = AssemblyImage.Read(package.Read(PathOf(platform, id)));
            Assert.Equal(portable.Identity, image.Identity);
            Assert.Equal(portable.References, image.References);
            Assert.Equal(portable.Methods, image.Methods);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_symbols_are_those_of_the_library(string id)
    {
        using var package = packed.Open(id);
        using var symbols = packed.Open(id, "snupkg");
        var expected = Symbols.Read(symbols.Read($"lib/{Framework}/{id}.pdb")).Id;

        Assert.Equal(expected, AssemblyImage.Read(package.Read($"lib/{Framework}/{id}.dll")).SymbolsId);
        Assert.All(Platform.All, platform => Assert.Equal(expected, AssemblyImage.Read(package.Read(PathOf(platform, id))).SymbolsId));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_native_code_for_its_platform(string id)
    {
        using var package = packed.Open(id);

        Assert.Equal(0, AssemblyImage.Read(package.Read($"lib/{Framework}/{id}.dll")).NativeCode);
        Assert.All(Platform.All, platform =>
        {
            var image = AssemblyImage.Read(package.Read(PathOf(platform, id)));
            Assert.Equal(platform.Number, image.Machine);
            // What is short has been taken into its callers, and what nobody can call is left out.
            Assert.InRange(image.NativeCode, image.Methods / 2 * AssemblyImage.LeastForFunction, int.MaxValue);
        });
    }

    private static string PathOf(Platform platform, string id) => $"runtimes/{platform.Name}/lib/{Framework}/{id}.dll";
}
