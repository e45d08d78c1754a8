using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Tells what variables, fields and properties hold.</summary>
internal sealed class ReferenceEvaluation(IEvaluator evaluator, FlowMemory memory, TaskProgress tasks, FlowFunction function, RuntimeSymbols symbols)
{
    private readonly PropertyKinds _properties = new();

    /// <summary>Reads a local variable or a parameter.</summary>
    public Value Read(ISymbol variable, IOperation reference)
    {
        if (function.Uses.IsShared(variable))
        {
            return memory.Site(reference);
        }

        // A parameter of a primary constructor outlives the call, as a field does.
        return variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
            && !SymbolEqualityComparer.Default.Equals(constructor, function.Symbol)
                ? ReadMember(new MemberValue(new SelfValue(), variable), reference)
                : memory.State.Get(new VariableStorage(variable));
    }

    /// <summary>Reads a field.</summary>
    public Value Read(IFieldReferenceOperation reference) => ReadMember(reference, reference.Field, reference.Field.IsReadOnly);

    /// <summary>Reads a property or an indexer.</summary>
    public Value Read(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (symbols.IsRequestBuilder(reference.Type) && reference.Instance is { } parent && symbols.IsRequestBuilder(parent.Type))
        {
            var builder = AsBuilder(evaluator.Evaluate(parent), parent.Type);
            return builder with { Arguments = builder.Arguments.Concat(evaluator.EvaluateAll(reference.Arguments.Select(argument => argument.Value))) };
        }

        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && reference.Instance is { } nullable)
        {
            return string.Equals(property.Name, "Value", StringComparison.Ordinal) ? evaluator.Evaluate(nullable) : evaluator.Inspect(reference);
        }

        if (symbols.IsTask(property.ContainingType))
        {
            return string.Equals(property.Name, "Result", StringComparison.Ordinal)
                ? tasks.Complete(evaluator.Evaluate(reference.Instance!), reference)
                : evaluator.Inspect(reference);
        }

        if (RuntimeSymbols.Same(property, symbols.AnyETag))
        {
            return new AnyETagValue();
        }

        var isSteady = RuntimeSymbols.DerivesFrom(property.ContainingType, symbols.Versioned);
        if (isSteady || symbols.IsRequestBuilder(reference.Type))
        {
            return ReadMember(reference, property, isSteady: true);
        }

        // Any other property is a method in disguise, unless it visibly isn't.
        return _properties.IsStored(property) ? ReadMember(reference, property, property.SetMethod is null or { IsInitOnly: true }) : evaluator.Inspect(reference);
    }

    /// <summary>Takes a value as the request builder that it is.</summary>
    public BuilderValue AsBuilder(Value value, ITypeSymbol? type) =>
        value as BuilderValue ?? new BuilderValue(value, symbols.IsClient(type), ValueList.Empty);

    private Value ReadMember(IMemberReferenceOperation reference, ISymbol member, bool isSteady)
    {
        var instance = reference.Instance is null ? null : evaluator.Evaluate(reference.Instance);
        if (instance is TaskValue or UnknownValue)
        {
            return memory.Site(reference);
        }

        if (instance is GroupValue group && TupleElement(group, member) is { } element)
        {
            return element;
        }

        if (instance?.Size >= WorkBudget.MaxValueSize)
        {
            return memory.Site(reference);
        }

        // Nobody swaps the client that an object works with, so a call in between doesn't make two writes of it incomparable.
        var value = new MemberValue(instance, member.OriginalDefinition);
        return !isSteady && !symbols.IsRequestBuilder(reference.Type) ? ReadMember(value, reference)
            : memory.State.Get(new MemberStorage(value)) is { } known and not UnknownValue ? known
            : value;
    }

    private Value ReadMember(MemberValue member, IOperation reference)
    {
        var storage = new MemberStorage(member);
        var value = memory.State.Get(storage);
        if (value is UnknownValue)
        {
            value = memory.Site(reference);
        }

        memory.Keep(member);
        memory.Store(storage, value);
        return value;
    }

    private static Value? TupleElement(GroupValue group, ISymbol member)
    {
        var position = member is IFieldSymbol field && member.ContainingType.IsTupleType
            ? member.ContainingType.TupleElements.IndexOf(field, 0, SymbolEqualityComparer.Default)
            : -1;
        if (position < 0 && member is IFieldSymbol { CorrespondingTupleField: { } plain })
        {
            position = member.ContainingType.TupleElements.ToList().FindIndex(candidate =>
                SymbolEqualityComparer.Default.Equals(candidate.CorrespondingTupleField, plain));
        }

        return position >= 0 && position < group.Elements.Count ? group.Elements[position] : null;
    }
}
