using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Adds arguments to calls, laid out as the others are.</summary>
internal static class ArgumentInsertion
{
    /// <summary>Adds an argument for a parameter that the method called now has not, but its overload has.</summary>
    public static ArgumentListSyntax Insert(ArgumentListSyntax list, ExpressionSyntax value, IMethodSymbol method, IParameterSymbol parameter)
    {
        var position = parameter.Ordinal;
        var isInOrder = list.Arguments.Count >= position
            && list.Arguments.Take(position).Select((argument, index) => IsAt(argument, method.Parameters[index])).All(isAt => isAt);
        var argument = SyntaxFactory.Argument(value);
        return isInOrder
            ? Insert(list, argument, position)
            : Insert(
                list,
                argument.WithNameColon(SyntaxFactory.NameColon(parameter.Name).WithTrailingTrivia(SyntaxFactory.Space)),
                list.Arguments.Count);
    }

    private static bool IsAt(ArgumentSyntax argument, IParameterSymbol parameter) =>
        argument.NameColon is not { } name || string.Equals(name.Name.Identifier.ValueText, parameter.Name, StringComparison.Ordinal);

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, ArgumentSyntax argument, int position)
    {
        var arguments = list.Arguments;
        if (arguments.Count == 0)
        {
            return list.WithArguments([argument]);
        }

        // The neighbour's own line, if it has one; the token before it ends the line.
        var neighbour = arguments[Math.Min(position, arguments.Count - 1)];
        var separator = arguments.SeparatorCount > 0
            ? SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(arguments.GetSeparator(0).TrailingTrivia)
            : SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(LineEnd(list.OpenParenToken) is { Count: > 0 } end ? end : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        var isLast = position >= arguments.Count;
        var nodes = arguments.ToList();
        var separators = arguments.GetSeparators().ToList();
        argument = argument.WithLeadingTrivia(neighbour.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        if (isLast)
        {
            argument = argument.WithTrailingTrivia(neighbour.GetTrailingTrivia());
            nodes[nodes.Count - 1] = neighbour.WithoutTrailingTrivia();
        }

        nodes.Insert(position, argument);
        separators.Insert(Math.Min(position, separators.Count), separator);
        return list.WithArguments(SyntaxFactory.SeparatedList(nodes, separators));
    }

    private static SyntaxTriviaList LineEnd(SyntaxToken token) =>
        SyntaxFactory.TriviaList(token.TrailingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
}
