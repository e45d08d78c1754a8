using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Tells what expressions come to, and notes what they do.</summary>
internal interface IEvaluator
{
    /// <summary>What an expression comes to.</summary>
    Value Evaluate(IOperation operation);

    /// <summary>What expressions come to, one after the other.</summary>
    ValueList EvaluateAll(IEnumerable<IOperation> operations);

    /// <summary>Looks at what an operation is made of, and takes the whole as something new.</summary>
    Value Inspect(IOperation operation);
}
