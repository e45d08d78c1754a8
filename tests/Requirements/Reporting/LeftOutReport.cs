namespace Requirements.Reporting;

/// <summary>Tells the build, which runs the tests, what was left out: see <c>LeftOut.targets</c>.</summary>
/// <param name="folder">Where it notes it, a file for each requirement.</param>
internal sealed class LeftOutReport(string folder)
{
    /// <summary>The one that the build reads.</summary>
    public static LeftOutReport ForTheBuild() => new(Path.Combine(AppContext.BaseDirectory, "left-out"));

    /// <summary>Notes a requirement that isn't met: once, however many tests ask.</summary>
    public void Note(MachineRequirement requirement)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{requirement.Name}.txt"), requirement.Message.ReplaceLineEndings(" "));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Tests that run at once write the same words, and where nothing can be written the skipped tests say it too.
        }
    }
}
