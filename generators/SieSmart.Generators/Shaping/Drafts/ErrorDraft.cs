namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>Which class an error response is read into.</summary>
/// <param name="Code">A status code, 4XX, 5XX or XXX.</param>
/// <param name="Declaration">The class.</param>
/// <param name="Words">What the document says of the response, as Markdown; null if it says nothing, or too much for a line.</param>
internal sealed record ErrorDraft(string Code, TypeDraft Declaration, string? Words);
