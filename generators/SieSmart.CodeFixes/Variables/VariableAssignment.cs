using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Variables;

/// <summary>A place at which a variable gets a value.</summary>
/// <param name="Site">The place.</param>
/// <param name="Value">What it gets, or what is taken apart for it; null if that can't be told.</param>
/// <param name="Element">Which part of the value it gets; null for all of it.</param>
internal sealed record VariableAssignment(SyntaxNode Site, ExpressionSyntax? Value, int? Element);
