using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Outcomes;

/// <summary>What a piece of code does itself, without the lambdas and local functions that stand in it.</summary>
internal static class OwnOperations
{
    /// <summary>The operations, each before those that it is made of.</summary>
    public static IEnumerable<IOperation> Of(IOperation code)
    {
        var open = new Stack<IOperation>([code]);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            yield return operation;
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                continue;
            }

            foreach (var child in operation.ChildOperations.Reverse())
            {
                open.Push(child);
            }
        }
    }
}
