using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>Names joined by dots, whether they stand where a type or where an expression is expected.</summary>
internal sealed record NameChain(SyntaxNode Syntax, bool IsGlobal, IReadOnlyList<SimpleNameSyntax> Segments)
{
    public SimpleNameSyntax Last => Segments[^1];

    public string Dotted => DottedPrefix(Segments.Count);

    public string DottedPrefix(int length) => string.Join('.', Texts(Segments.Take(length)));

    public string DottedFrom(int start) => string.Join('.', Texts(Segments.Skip(start)));

    /// <summary>The chain that a node is, or null if it is anything else.</summary>
    public static NameChain? Of(SyntaxNode node)
    {
        var segments = new Stack<SimpleNameSyntax>();
        var left = node;
        while (true)
        {
            switch (left)
            {
                case QualifiedNameSyntax qualified:
                    segments.Push(qualified.Right);
                    left = qualified.Left;
                    break;
                case MemberAccessExpressionSyntax access:
                    segments.Push(access.Name);
                    left = access.Expression;
                    break;
                case AliasQualifiedNameSyntax alias:
                    segments.Push(alias.Name);
                    return new NameChain(node, IsGlobal: true, [.. segments]);
                case SimpleNameSyntax name:
                    segments.Push(name);
                    return new NameChain(node, IsGlobal: false, [.. segments]);
                default:
                    return null;
            }
        }
    }

    private static IEnumerable<string> Texts(IEnumerable<SimpleNameSyntax> names) => names.Select(name => name.Identifier.ValueText);
}
