using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Symbols;

/// <summary>What an assembly says of a method that others generated.</summary>
/// <param name="Guards">The class with the forms of it that take or return entity tags.</param>
/// <param name="RequiresIfMatch">Whether the method needs an If-Match and doesn't ask for an ETag.</param>
/// <param name="IsError">Whether a call without it is an error.</param>
/// <param name="Scope">The path template of the resource whose version is meant; null if unknown.</param>
internal sealed record GuardMark(INamedTypeSymbol Guards, bool RequiresIfMatch, bool IsError, string? Scope);
