using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Puts values where assignments and patterns put them.</summary>
internal sealed class AssignmentEvaluation(IEvaluator evaluator, FlowMemory memory, FlowFunction function, RuntimeSymbols symbols)
{
    private readonly ILookup<CaptureId, IOperation> _captured = function.Graph.Blocks
        .SelectMany(block => block.Operations)
        .OfType<IFlowCaptureOperation>()
        .ToLookup(capture => capture.Id, capture => capture.Value);

    /// <summary>Assigns what an expression comes to.</summary>
    public Value Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IPropertyReferenceOperation { Arguments: { Length: > 0 } arguments })
        {
            evaluator.EvaluateAll(arguments.Select(argument => argument.Value));
        }

        return Assign(assignment.Target, evaluator.Evaluate(assignment.Value));
    }

    /// <summary>Puts a value into a place.</summary>
    public Value Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                memory.Store(new VariableStorage(local.Local), value);
                break;
            case IParameterReferenceOperation parameter:
                memory.Store(new VariableStorage(parameter.Parameter), value);
                memory.Store(new MemberValue(new SelfValue(), parameter.Parameter), value);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0 }:
                break;
            case IMemberReferenceOperation member:
                var instance = member.Instance is null ? null : evaluator.Evaluate(member.Instance);
                memory.Store(new MemberValue(instance, member.Member.OriginalDefinition), value);
                break;
            case IFlowCaptureReferenceOperation reference:
                foreach (var captured in _captured[reference.Id])
                {
                    Assign(captured, value);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value);
                break;
        }

        return value;
    }

    /// <summary>Takes a value apart.</summary>
    public Value Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        var parts = evaluator.Evaluate(deconstruction.Value);
        Deconstruct(deconstruction.Target, parts, deconstruction.Value.Type);
        return parts;
    }

    /// <summary>Gives the variables of a pattern what they match.</summary>
    public void Match(IPatternOperation pattern, Value value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                memory.Store(new VariableStorage(variable), value);
                break;
            case IRecursivePatternOperation recursive:
                MatchParts(recursive, value);
                break;
            case INegatedPatternOperation negated:
                Match(negated.Pattern, value);
                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, value);
                Match(binary.RightPattern, value);
                break;
        }
    }

    private void MatchParts(IRecursivePatternOperation pattern, Value value)
    {
        if (pattern.DeclaredSymbol is { } whole)
        {
            memory.Store(new VariableStorage(whole), value);
        }

        var parts = pattern.DeconstructionSubpatterns;
        for (var i = 0; i < parts.Length; i++)
        {
            Match(parts[i], Part(value, pattern.MatchedType, i, parts.Length) ?? memory.Site(parts[i]));
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            var member = property.Member is IMemberReferenceOperation { Member: var symbol } && RuntimeSymbols.Same(symbol, symbols.VersionedETag)
                ? new MemberValue(value, symbol)
                : (Value)memory.Site(property);
            Match(property.Pattern, member);
        }
    }

    private void Deconstruct(IOperation target, Value value, ITypeSymbol? type)
    {
        if (target is IDeclarationExpressionOperation { Expression: ITupleOperation declared })
        {
            target = declared;
        }

        if (target is not ITupleOperation tuple)
        {
            Assign(target, value);
            return;
        }

        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var element = tuple.Elements[i];
            var part = Part(value, type, i, tuple.Elements.Length) ?? memory.Site(element);
            Deconstruct(element, part, element.Type);
        }
    }

    private Value? Part(Value value, ITypeSymbol? type, int index, int count)
    {
        if (value is GroupValue group && group.Elements.Count == count)
        {
            return group.Elements[index];
        }

        return count == 2 && symbols.IsVersioned(type) && symbols.VersionedETag is { } etag && symbols.VersionedValue is { } content
            ? new MemberValue(value, index == 0 ? content : etag)
            : null;
    }
}
