using System.Globalization;
using System.Text;

namespace SieSmart.Pipeline.Sqlite.Storage;

/// <summary>Files that only their owner can read or change.</summary>
internal static class PrivateFile
{
    /// <summary>The directory of the user who runs the program.</summary>
    /// <exception cref="InvalidOperationException">The user has none.</exception>
    public static string DefaultDirectory()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? Path.Combine(data, "SieSmart", "budgets")
            : throw new InvalidOperationException("The user who runs this program has no directory for its data, so there is no place for a machine-wide budget. Set MachineWideBudgetOptions.Directory.");
    }

    /// <summary>The name of a budget's file: one that any file system takes, and no two budgets have.</summary>
    public static string NameOf(string budget)
    {
        // FNV-1a: the same in each process, on each framework. Nobody gains by two names that clash.
        var hash = Encoding.UTF8.GetBytes(budget).Aggregate(0xcbf29ce484222325UL, static (sum, one) => unchecked((sum ^ one) * 0x100000001b3UL));
        var readable = string.Concat(budget.Take(40).Select(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' ? character : '_'));
        return $"{readable}-{hash.ToString("x16", CultureInfo.InvariantCulture)}.db";
    }

    /// <summary>Makes the directory and the file, unless they are there.</summary>
    /// <exception cref="UnauthorizedAccessException">Others can change what is in the directory, or the file is another user's.</exception>
    public static void Prepare(string path)
    {
        var directory = Path.GetDirectoryName(path)!;
#if NET
        if (!OperatingSystem.IsWindows())
        {
            PrepareForUnix(directory, path);
            return;
        }
#endif
        // On Windows a user's own directory is closed to others, and what is made in it is, too.
        Directory.CreateDirectory(directory);
    }

#if NET
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void PrepareForUnix(string directory, string path)
    {
        Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
        if ((File.GetUnixFileMode(directory) & WritableByOthers) != UnixFileMode.None)
        {
            throw new UnauthorizedAccessException($"Other users can change what is in {directory}, so they could put another budget there. Take their right to write away (chmod 700), or set MachineWideBudgetOptions.Directory to another directory.");
        }

        // SQLite gives the files beside it the same mode.
        using (new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, UnixCreateMode = OwnerOnly }))
        {
        }

        if (File.GetUnixFileMode(path) != OwnerOnly)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
    }
#endif
}
