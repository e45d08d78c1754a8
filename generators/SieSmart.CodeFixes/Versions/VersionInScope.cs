using Microsoft.CodeAnalysis;

namespace SieSmart.CodeFixes.Versions;

/// <summary>A version that a call can be given.</summary>
/// <param name="Text">How the version is written: <c>etag</c>, or <c>result.ETag</c>.</param>
/// <param name="Match">How sure it is that it is a version of the right resource.</param>
/// <param name="Since">Where the variable got it.</param>
internal sealed record VersionInScope(string Text, VersionMatch Match, SyntaxNode Since);
