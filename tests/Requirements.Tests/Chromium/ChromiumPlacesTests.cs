using System.Runtime.InteropServices;
using Requirements.Chromium;

namespace Requirements.Tests.Chromium;

/// <summary>Where a browser is looked for on each system.</summary>
public sealed class ChromiumPlacesTests
{
    [Fact]
    public void On_Linux_the_PATH_comes_first()
    {
        var candidates = Candidates(OSPlatform.Linux, ("PATH", "/opt/mine:/usr/bin"));

        Assert.Equal(["/opt/mine/chromium", "/usr/bin/chromium", "/opt/mine/chromium-browser"], candidates.Take(3));
        Assert.Contains("/usr/bin/google-chrome-stable", candidates);
        Assert.Contains("/snap/bin/chromium", candidates);
    }

    [Fact]
    public void On_Windows_Edge_will_do()
    {
        var candidates = Candidates(OSPlatform.Windows, ("PATH", @"C:\Tools;C:\Windows"), ("ProgramFiles", "C:/Program Files"), ("ProgramFiles(x86)", "C:/Program Files (x86)"));

        Assert.Contains(candidates, path => path.StartsWith(@"C:\Tools", StringComparison.Ordinal) && path.EndsWith("chrome.exe", StringComparison.Ordinal));
        Assert.Contains("C:/Program Files/Google/Chrome/Application/chrome.exe", candidates.Select(Slashes));
        Assert.Contains("C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe", candidates.Select(Slashes));
    }

    [Fact]
    public void On_macOS_applications_are_those_of_all_people_or_of_one()
    {
        var candidates = Candidates(OSPlatform.OSX, ("HOME", "/Users/ada")).Select(Slashes).ToList();

        Assert.Contains("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", candidates);
        Assert.Contains("/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium", candidates);
    }

    [Fact]
    public void Who_names_a_browser_gets_no_other() =>
        Assert.Equal(["/my/browser"], Candidates(OSPlatform.Linux, ("PATH", "/usr/bin"), ("CHROME_BIN", "/my/browser")));

    private static List<string> Candidates(OSPlatform system, params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
        return [.. new ChromiumPlaces(system, values.GetValueOrDefault).Candidates()];
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
