using Microsoft.Extensions.Primitives;

namespace SieSmart.Sandbox.Versions;

/// <summary>The If-Match header of a request: no value, <c>*</c>, or the ETags that the caller accepts.</summary>
/// <remarks>
/// ETags are compared byte for byte, so one that a client has put into quotes, or taken out of them, does not
/// match. A weak one (<c>W/"…"</c>) matches nothing: If-Match asks for the strong comparison.
/// </remarks>
internal sealed class IfMatch
{
    private readonly IReadOnlyList<string> _tags;

    private IfMatch(IReadOnlyList<string> tags) => _tags = tags;

    public bool IsMissing => _tags.Count == 0;

    public static IfMatch Read(StringValues header)
    {
        var tags = new List<string>();
        foreach (var line in header)
        {
            tags.AddRange(Split(line ?? string.Empty));
        }

        return new IfMatch(tags);
    }

    public bool Accepts(string entityTag) => _tags.Any(tag => tag == "*" || tag == entityTag);

    // A comma separates, except within quotes.
    private static IEnumerable<string> Split(string line)
    {
        var start = 0;
        var quoted = false;
        for (var index = 0; index <= line.Length; index++)
        {
            if (index < line.Length && line[index] == '"')
            {
                quoted = !quoted;
            }

            if (index == line.Length || (line[index] == ',' && !quoted))
            {
                var tag = line[start..index].Trim();
                if (tag.Length > 0)
                {
                    yield return tag;
                }

                start = index + 1;
            }
        }
    }
}
