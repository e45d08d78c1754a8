using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Symbols;

/// <summary>What local variables are declared with.</summary>
internal static class LocalValue
{
    /// <summary>The value that a local variable has wherever it is used; null if it ever changes, or that can't be told.</summary>
    public static IOperation? Only(ILocalReferenceOperation reference)
    {
        IOperation? initial = null;
        foreach (var operation in Root(reference).Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol):
                    initial = declarator.GetVariableInitializer()?.Value;
                    break;
                case ILocalReferenceOperation { IsDeclaration: false } use when Is(use.Local) && IsWritten(use):
                    return null;
            }
        }

        // A variable can't be part of its own value, but a mistake in the source can make it so.
        return initial?.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(use => Is(use.Local)) == true ? null : initial;

        bool Is(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, reference.Local);
    }

    private static bool IsWritten(ILocalReferenceOperation use)
    {
        IOperation target = use;
        while (target.Parent is ITupleOperation or IConversionOperation)
        {
            target = target.Parent;
        }

        return target.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == target,
            IIncrementOrDecrementOperation or IAddressOfOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
            _ => false,
        };
    }

    private static IOperation Root(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }
}
