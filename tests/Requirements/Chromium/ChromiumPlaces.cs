using System.Runtime.InteropServices;

namespace Requirements.Chromium;

/// <summary>Where Chromium, Chrome or Edge may stand on a machine.</summary>
/// <param name="System">The machine's operating system.</param>
/// <param name="Variable">The value of an environment variable; null if it isn't set.</param>
internal sealed record ChromiumPlaces(OSPlatform System, Func<string, string?> Variable)
{
    // What Karma, and many others since, look at.
    private const string PathVariable = "CHROME_BIN";

    private static readonly string[] UnixNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];
    private static readonly string[] LinuxPaths =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/lib/chromium/chromium", "/snap/bin/chromium",
        "/usr/bin/google-chrome", "/opt/google/chrome/chrome", "/usr/bin/microsoft-edge", "/opt/microsoft/msedge/msedge",
    ];

    private static readonly string[] MacApplications = ["Chromium", "Google Chrome", "Microsoft Edge"];

    private static readonly string[] WindowsNames = ["chromium.exe", "chrome.exe", "msedge.exe"];
    private static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
    private static readonly string[] WindowsPrograms =
        ["Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

    /// <summary>Where it was looked for, as a sentence.</summary>
    public string Description => Variable(PathVariable) is { Length: > 0 } chosen
        ? $"{PathVariable} says {chosen}, where there is no program."
        : $"neither the PATH nor the folders of its installers have Chromium, Chrome or Edge, and {PathVariable} isn't set.";

    /// <summary>The places of the machine that the tests run on.</summary>
    public static ChromiumPlaces Here() => new(
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux,
        Environment.GetEnvironmentVariable);

    /// <summary>Files that may be the browser, the best first. Who names one wants no other.</summary>
    public IEnumerable<string> Candidates() => Variable(PathVariable) is { Length: > 0 } chosen ? [chosen] : [.. OnPath(), .. WellKnown()];

    private IEnumerable<string> OnPath() =>
        from name in System == OSPlatform.Windows ? WindowsNames : UnixNames
        from folder in (Variable("PATH") ?? string.Empty).Split(System == OSPlatform.Windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries)
        select Path.Combine(folder, name);

    private string[] WellKnown()
    {
        if (System == OSPlatform.Windows)
        {
            return
            [
                .. from program in WindowsPrograms
                   from variable in WindowsFolders
                   where Variable(variable) is { Length: > 0 }
                   select Path.Combine(Variable(variable)!, program),
            ];
        }

        if (System == OSPlatform.OSX)
        {
            return
            [
                .. from application in MacApplications
                   from home in new[] { "/", Variable("HOME") ?? "/" }
                   select Path.Combine(home, "Applications", $"{application}.app", "Contents", "MacOS", application),
            ];
        }

        return LinuxPaths;
    }
}
