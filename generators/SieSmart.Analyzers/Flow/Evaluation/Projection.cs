using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Tells lambdas that are called for many elements, without waiting for the call before.</summary>
internal static class Projection
{
    private const string Enumerable = "System.Linq.Enumerable";

    /// <summary>Whether a lambda is certainly one.</summary>
    public static bool IsCalledForEach(IFlowAnonymousFunctionOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation call
            && (TypeOf(call), call.TargetMethod.Name) switch
            {
                (Enumerable, "Select") => !IsOfOne(Source(call)) && !TakesFew(call),
                ("System.Threading.Tasks.Parallel", "ForEachAsync" or "ForEach" or "ForAsync" or "For") => true,
                _ => false,
            };
    }

    // Of what one element at most is left, or may be.
    private static bool IsOfOne(IOperation? source) => source switch
    {
        IConversionOperation conversion => IsOfOne(conversion.Operand),
        IArrayCreationOperation { Initializer.ElementValues.Length: < 2 } => true,
        ICollectionExpressionOperation { Elements: { Length: < 2 } elements } => elements.All(element => element is not ISpreadOperation),
        IInvocationOperation { TargetMethod.Name: "Empty" } call when IsLinq(call) => true,
        IInvocationOperation { TargetMethod.Name: "Take" or "TakeLast" or "Repeat" or "Range" } call when IsLinq(call) =>
            call.Arguments.LastOrDefault()?.Value.ConstantValue is not { HasValue: true, Value: > 1 } || IsOfOne(Source(call)),
        IInvocationOperation { TargetMethod.Name: "Where" or "OrderBy" or "OrderByDescending" or "Distinct" or "Reverse" or "Skip" or "Select" or "Cast" or "OfType" or "ToList" or "ToArray" } call
            when IsLinq(call) => IsOfOne(Source(call)),
        _ => false,
    };

    // Projections are lazy: who asks for one result calls the lambda once.
    private static bool TakesFew(IInvocationOperation projection)
    {
        for (var call = Consumer(projection); call is not null; call = Consumer(call))
        {
            if (call.TargetMethod.Name is "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "ElementAt"
                or "ElementAtOrDefault" or "Any" or "All" or "Contains" or "Count" or "Take" or "TakeWhile" or "TakeLast" or "Skip" or "SkipWhile" or "SkipLast")
            {
                return true;
            }
        }

        return false;
    }

    private static IInvocationOperation? Consumer(IOperation sequence)
    {
        var parent = sequence.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation call } && IsLinq(call) ? call : null;
    }

    private static IOperation? Source(IInvocationOperation call) => call.Arguments.FirstOrDefault()?.Value;

    private static bool IsLinq(IInvocationOperation call) => string.Equals(TypeOf(call), Enumerable, StringComparison.Ordinal);

    private static string TypeOf(IInvocationOperation call) => call.TargetMethod.ContainingType.ToDisplayString();
}
