using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Rewrites statements so that the version which their call returns is not dropped.</summary>
internal sealed class ResultCapturing(BoundDocument document)
{
    // The first version that can declare one variable and assign another in one deconstruction.
    private bool CanMix => document.LanguageVersion >= LanguageVersion.CSharp10;

    /// <summary>Puts the version into a variable of its own; null if the statement can't be rewritten.</summary>
    public ResultCapture? IntoNewVariable(OperationCall call)
    {
        var name = new VariableNames(document).ForVersion(call.Syntax);
        return Capture(call, name, isNew: true) is { } capture && capture.Old.Container() is not null ? capture : null;
    }

    /// <summary>Puts the version into a variable that exists; null if the statement can't be rewritten.</summary>
    public ResultCapture? Into(OperationCall call, string variable) => Capture(call, variable, isNew: false);

    private ResultCapture? Capture(OperationCall call, string name, bool isNew)
    {
        var result = CallResult.Of(call);
        if (result.Awaited is null)
        {
            return null;
        }

        var holdsValue = result.TakesValue || call.VersionedForm is not null;
        var source = Source(call, result);
        return result.Whole.Parent switch
        {
            ExpressionStatementSyntax statement => Discarded(call, statement, source, name, isNew),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax statement } declaration } declarator }
                when declaration.Variables.Count == 1 && statement.UsingKeyword.RawKind == 0 =>
                holdsValue
                    ? Declared(statement, declaration.Type, declarator.Identifier.Text, source, name, isNew)
                    : Kept(statement, declarator.Identifier.Text + ".ETag", name, isNew),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
                when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right == result.Whole =>
                Assigned(call, statement, assignment.Left, source, holdsValue, name, isNew),
            _ => isNew && holdsValue && call.HasValue ? Inside(call, result, source, name) : null,
        };
    }

    // The call moves out of the expression that it stands in, to a line above it.
    private ResultCapture? Inside(OperationCall call, CallResult result, ExpressionSyntax source, string name)
    {
        if (result.Whole.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || !EvaluationOrder.IsFirst(result.Whole, statement))
        {
            return null;
        }

        var value = new VariableNames(document).ForValue(call);
        var declaration = StatementTemplate.Assign($"var ({value}, {name})", source)
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(statement.LineEnd());
        var rest = statement.ReplaceNode(result.Whole, SyntaxFactory.IdentifierName(value).WithTriviaFrom(result.Whole))
            .WithLeadingTrivia(statement.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        return new ResultCapture(statement, [declaration, rest], name);
    }

    private static ResultCapture Discarded(OperationCall call, StatementSyntax statement, ExpressionSyntax source, string name, bool isNew) => call.HasValue
        ? Replace(statement, name, StatementTemplate.Assign(isNew ? $"var (_, {name})" : $"(_, {name})", source))
        : Replace(statement, name, StatementTemplate.AssignETag(isNew ? $"var {name}" : name, source));

    private ResultCapture? Declared(StatementSyntax statement, TypeSyntax type, string variable, ExpressionSyntax source, string name, bool isNew) => (type.IsVar, isNew) switch
    {
        (true, true) => Replace(statement, name, StatementTemplate.Assign($"var ({variable}, {name})", source)),
        (false, true) => Replace(statement, name, StatementTemplate.Assign($"({type} {variable}, var {name})", source)),
        (_, false) when CanMix => Replace(statement, name, StatementTemplate.Assign($"({type} {variable}, {name})", source)),
        _ => null,
    };

    private ResultCapture? Assigned(
        OperationCall call, StatementSyntax statement, ExpressionSyntax target, ExpressionSyntax source, bool holdsValue, string name, bool isNew)
    {
        switch (target)
        {
            case IdentifierNameSyntax { Identifier.ValueText: "_" } discard when document.SymbolOf(discard) is null or IDiscardSymbol:
                return Discarded(call, statement, source, name, isNew);
            case DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax { Variables: { Count: 2 } all } }:
                return Deconstructed(statement, $"var {all[0]}", all[0].ToString(), all[1].ToString(), source, name, isNew);
            case TupleExpressionSyntax { Arguments: { Count: 2 } all }:
                return DeconstructedTuple(statement, all[0].ToString(), all[1].Expression, source, name, isNew);
            case var _ when holdsValue:
                return !isNew || CanMix ? Replace(statement, name, StatementTemplate.Assign($"({target}, {(isNew ? "var " : "")}{name})", source)) : null;
            case IdentifierNameSyntax variable:
                return Kept(statement, variable + ".ETag", name, isNew);
            default:
                return null;
        }
    }

    private ResultCapture? Deconstructed(
        StatementSyntax statement, string declaration, string value, string etag, ExpressionSyntax source, string name, bool isNew)
    {
        if (!string.Equals(etag, "_", StringComparison.Ordinal))
        {
            return Kept(statement, etag, name, isNew);
        }

        var isDiscarded = string.Equals(value, "_", StringComparison.Ordinal);
        return isNew ? Replace(statement, name, StatementTemplate.Assign($"var ({value}, {name})", source))
            : isDiscarded ? Replace(statement, name, StatementTemplate.Assign($"(_, {name})", source))
            : CanMix ? Replace(statement, name, StatementTemplate.Assign($"({declaration}, {name})", source))
            : null;
    }

    private ResultCapture? DeconstructedTuple(
        StatementSyntax statement, string value, ExpressionSyntax etag, ExpressionSyntax source, string name, bool isNew)
    {
        var isDiscarded = etag is IdentifierNameSyntax { Identifier.ValueText: "_" } or DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax };
        var isDeclared = etag is DeclarationExpressionSyntax;
        return !isDiscarded
            ? Kept(statement, isDeclared ? ((DeclarationExpressionSyntax)etag).Designation.ToString() : etag.ToString(), name, isNew)
            : !isNew || isDeclared || CanMix
                ? Replace(statement, name, StatementTemplate.Assign($"({value}, {(isNew ? "var " : "")}{name})", source))
                : null;
    }

    // The version is at hand already; a variable that others read must still get it.
    private static ResultCapture? Kept(StatementSyntax statement, string version, string name, bool isNew)
    {
        if (isNew || string.Equals(version, name, StringComparison.Ordinal))
        {
            return new ResultCapture(statement, [statement], version);
        }

        var copy = SyntaxFactory.ParseStatement($"{name} = {version};")
            .WithLeadingTrivia(statement.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(statement.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        return statement.Container() is null ? null : new ResultCapture(statement, [statement, copy], name);
    }

    private static ResultCapture Replace(StatementSyntax old, string name, StatementSyntax statement) =>
        new(old, [statement.WithTriviaFrom(old)], name);

    /// <summary>The expression that has value and version.</summary>
    private static ExpressionSyntax Source(OperationCall call, CallResult result)
    {
        var source = result.Result.Bare();
        return call.VersionedForm is { } form && call.Syntax.Expression is MemberAccessExpressionSyntax access
            ? source.ReplaceNode(access.Name, SyntaxFactory.IdentifierName(form.Name).WithTriviaFrom(access.Name))
            : source;
    }
}
