using System.Runtime.InteropServices;
using Requirements.Chromium;

namespace Requirements.Tests.Chromium;

/// <summary>What counts as a browser among the files that may be one.</summary>
public sealed class ChromiumProbeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("requirements-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_script_that_only_tells_how_to_install_it_is_none()
    {
        Write("chromium", "echo 'snap install chromium'; exit 1");
        var edge = Write("microsoft-edge", "echo Microsoft Edge 150.0");

        var finding = Find(("PATH", _folder.FullName));

        Assert.Equal(edge, finding.Path);
    }

    [Fact]
    public void What_was_found_and_does_not_run_is_named()
    {
        var broken = Write("chromium", "echo no libraries >&2; exit 127");

        var finding = Find(("CHROME_BIN", broken));

        Assert.Null(finding.Path);
        Assert.Equal($"{broken} does not run: it ended with 127 (no libraries).", finding.Reason);
    }

    [Fact]
    public void A_name_that_leads_nowhere_is_said()
    {
        var finding = Find(("CHROME_BIN", "/no/browser"));

        Assert.Null(finding.Path);
        Assert.Equal("CHROME_BIN says /no/browser, where there is no program.", finding.Reason);
    }

    private static Finding Find(params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
        return ChromiumProbe.Find(new ChromiumPlaces(OSPlatform.Linux, values.GetValueOrDefault));
    }

    // On Windows nothing is run to see whether it is a browser.
    private string Write(string name, string commands)
    {
        var shell = MachineRequirements.PosixSystem.PathOrSkip();
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, $"#!{shell}\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
