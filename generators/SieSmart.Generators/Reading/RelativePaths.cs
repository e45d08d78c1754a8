namespace SieSmart.Generators.Reading;

/// <summary>Joins paths as URLs are joined, without looking at a disk.</summary>
internal static class RelativePaths
{
    /// <summary>The path to which a relative one leads from a file.</summary>
    /// <param name="file">The file in which the relative path stands.</param>
    /// <param name="relative">The relative path, with slashes or backslashes.</param>
    public static string Resolve(string file, string relative)
    {
        var from = Normalize(file);
        return ResolveIn(from.Substring(0, from.LastIndexOf('/') + 1), relative);
    }

    /// <summary>The path to which a relative one leads from a folder.</summary>
    /// <param name="folder">The folder; empty if there is none.</param>
    /// <param name="relative">The relative path, with slashes or backslashes.</param>
    public static string ResolveIn(string folder, string relative)
    {
        var to = relative.Replace('\\', '/');
        return Normalize(IsRooted(to) || folder.Length == 0 ? to : folder.TrimEnd('/') + "/" + to);
    }

    /// <summary>A path with slashes alone, and without <c>.</c> and <c>..</c> where they can be told.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not (".." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    private static bool IsRooted(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
}
