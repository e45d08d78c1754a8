using SpecDiff.Documents;
using SpecDiff.Findings;
using SpecDiff.Surface;
using SpecDiff.Wire;

namespace SpecDiff;

/// <summary>Compares two documents: what their clients look like, and what they say about the wire.</summary>
internal static class Comparison
{
    /// <summary>Compares two documents on disk.</summary>
    /// <exception cref="NotComparableException">One of them can't be read, or is not sound.</exception>
    public static Report Of(string oldPath, string newPath, ClientSettings settings)
    {
        var oldFiles = DocumentLoader.Load(oldPath, settings.Overlays);
        var newFiles = DocumentLoader.Load(newPath, settings.Overlays);
        var before = ApiDescription.Read(oldFiles, settings, isOld: true);
        var after = ApiDescription.Read(newFiles, settings, isOld: false);
        var findings = new FindingList();
        var renames = new SurfaceComparer(new SurfaceSubjects(before), new SurfaceSubjects(after), findings)
            .Compare(ClientCompiler.Compile(oldFiles, settings), ClientCompiler.Compile(newFiles, settings));
        new ApiComparer(before, after, renames, findings).Compare();
        return new Report(NameOf(before, oldFiles), NameOf(after, newFiles), findings.InOrder());
    }

    private static DocumentName NameOf(ApiDescription api, DocumentSet files) => new(Path.GetFileName(files.Document.Path), api.Title, api.Version);
}
