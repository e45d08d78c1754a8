using Requirements.Mono;

namespace Requirements.Tests.Mono;

/// <summary>What counts as Mono.</summary>
public sealed class MonoProbeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("requirements-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void One_without_NET_Standard_is_none()
    {
        var program = Write("bin", "mono");

        var finding = MonoProbe.WithFacades(program);

        Assert.Null(finding.Path);
        Assert.Equal($"{program} has no {Facade}.", finding.Reason);
    }

    [Fact]
    public void One_with_it_is_found()
    {
        var program = Write("bin", "mono");
        Write("lib", "mono", "4.5", "Facades", "netstandard.dll");

        Assert.Equal(program, MonoProbe.WithFacades(program).Path);
    }

    private string Facade => Path.Combine(_folder.FullName, "lib", "mono", "4.5", "Facades", "netstandard.dll");

    private string Write(params IReadOnlyList<string> parts)
    {
        var file = Path.Combine([_folder.FullName, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, string.Empty);
        return file;
    }
}
