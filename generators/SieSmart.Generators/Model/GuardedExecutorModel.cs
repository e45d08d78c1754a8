namespace SieSmart.Generators.Model;

/// <summary>What a document wants guarded of one operation that others generated.</summary>
/// <param name="Executor">The operation as this generator would have made it.</param>
/// <param name="DescriptionName">The field that describes it to the runtime.</param>
internal sealed record GuardedExecutorModel(ExecutorModel Executor, string DescriptionName);
