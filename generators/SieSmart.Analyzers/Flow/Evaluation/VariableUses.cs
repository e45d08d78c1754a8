using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Who writes to the variables of a member, nested functions included. Immutable.</summary>
internal sealed class VariableUses
{
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);
    private readonly HashSet<(ISymbol First, ISymbol Second)> _compared = [];

    /// <summary>Looks through a member.</summary>
    /// <param name="body">The member's body.</param>
    /// <param name="member">The member.</param>
    public VariableUses(IOperation body, ISymbol member)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IDeconstructionAssignmentOperation deconstruction:
                    Write(deconstruction.Target, member);
                    break;
                case IAssignmentOperation assignment:
                    Write(assignment.Target, member);
                    break;
                case IIncrementOrDecrementOperation increment:
                    Write(increment.Target, member);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    Write(argument.Value, member);
                    break;
                case IAddressOfOperation address:
                    Share(address.Reference);
                    break;
                case IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } alias:
                    _shared.Add(alias.Symbol);
                    Share(alias.GetVariableInitializer()?.Value);
                    break;
                case ILocalReferenceOperation local when !IsTarget(local):
                    _read.Add(local.Local);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    Compare(comparison.LeftOperand, comparison.RightOperand);
                    break;
                case IInvocationOperation { TargetMethod.Name: nameof(Equals), Arguments: { Length: 1 } arguments, Instance: { } instance }:
                    Compare(instance, arguments[0].Value);
                    break;
                case IInvocationOperation { Arguments: { Length: > 1 } together }:
                    // ThrowIfNotEqual(first, second), or anything else that looks at both.
                    CompareAll(together);
                    break;
            }
        }
    }

    /// <summary>Whether a variable can change at any time, so that nothing can be told of it.</summary>
    public bool IsShared(ISymbol variable) => _shared.Contains(variable);

    /// <summary>Whether a variable keeps what it was declared with.</summary>
    public bool IsConstant(ISymbol variable) => !_assigned.Contains(variable) && !_shared.Contains(variable);

    /// <summary>Whether anything reads a local variable.</summary>
    public bool IsRead(ILocalSymbol local) => _read.Contains(local);

    /// <summary>Whether the member asks if two parameters are equal.</summary>
    public bool AreCompared(ISymbol first, ISymbol second) => _compared.Contains((first, second)) || _compared.Contains((second, first));

    private void CompareAll(ImmutableArray<IArgumentOperation> arguments)
    {
        for (var i = 1; i < arguments.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Compare(arguments[j].Value, arguments[i].Value);
            }
        }
    }

    private void Compare(IOperation left, IOperation right)
    {
        if (Root(left) is { } first && Root(right) is { } second)
        {
            _compared.Add((first, second));
        }
    }

    private static IParameterSymbol? Root(IOperation? operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        IConversionOperation conversion => Root(conversion.Operand),
        IMemberReferenceOperation member => Root(member.Instance),
        _ => null,
    };

    private void Write(IOperation target, ISymbol member)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    Write(element, member);
                }

                break;
            case ILocalReferenceOperation { IsDeclaration: false } local:
                Write(local.Local, FunctionAround(target, member));
                break;
            case IParameterReferenceOperation parameter:
                Write(parameter.Parameter, FunctionAround(target, member));
                break;
        }
    }

    private void Write(ISymbol variable, ISymbol function)
    {
        _assigned.Add(variable);
        if (!SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
        {
            _shared.Add(variable);
        }
    }

    private void Share(IOperation? reference)
    {
        if (reference is ILocalReferenceOperation local)
        {
            _shared.Add(local.Local);
        }
        else if (reference is IParameterReferenceOperation parameter)
        {
            _shared.Add(parameter.Parameter);
        }
    }

    private static ISymbol FunctionAround(IOperation operation, ISymbol member)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return member;
    }

    private static bool IsTarget(ILocalReferenceOperation local)
    {
        IOperation child = local;
        var parent = local.Parent;
        while (parent is ITupleOperation or IDeclarationExpressionOperation)
        {
            child = parent;
            parent = parent.Parent;
        }

        return local.IsDeclaration
            || (parent is ISimpleAssignmentOperation assignment && assignment.Target == child)
            || (parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == child);
    }
}
