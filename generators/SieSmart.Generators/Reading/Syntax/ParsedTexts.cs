using System.Collections.Concurrent;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>
/// What the files of a project were when they were last parsed, so that after an edit only what it touches is parsed. It decides how
/// long parsing takes and nothing else: whatever is in it, the nodes are those of the text. Any number of threads may use it.
/// </summary>
internal sealed class ParsedTexts
{
    // Of more files each is parsed anew, rather than memory kept for all of them.
    private const int MostFiles = 64;

    private readonly ConcurrentDictionary<(string Path, int File), ParsedText> _texts = new();

    /// <summary>What a file was, or null.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="file">The number that positions in it carry.</param>
    public ParsedText? Before(string path, int file) => _texts.TryGetValue((path, file), out var text) ? text : null;

    /// <summary>Keeps what a file is now, if later edits of it can be told from it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="file">The number that positions in it carry.</param>
    public void Keep(string path, int file, ParsedText text)
    {
        if (!text.IsPlain)
        {
            return;
        }

        if (_texts.Count >= MostFiles)
        {
            _texts.Clear();
        }

        _texts[(path, file)] = text;
    }
}
