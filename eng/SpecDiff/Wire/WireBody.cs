using SieSmart.Generators.Positions;

namespace SpecDiff.Wire;

/// <summary>The body of a request.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Content">Its media types.</param>
internal sealed record WireBody(TextPosition Position, bool IsRequired, IReadOnlyList<WireMedia> Content);
