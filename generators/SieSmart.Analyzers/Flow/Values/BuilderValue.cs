namespace SieSmart.Analyzers.Flow.Values;

/// <summary>A request builder that was reached by properties and indexers.</summary>
/// <param name="Root">Where the way began.</param>
/// <param name="IsFromClient">Whether it began at a client, so that all arguments of the path are known.</param>
/// <param name="Arguments">The indexer arguments on the way.</param>
internal sealed record BuilderValue(Value Root, bool IsFromClient, ValueList Arguments) : Value
{
    /// <inheritdoc/>
    public override ValueList Parts => new ValueList(Root).Concat(Arguments);

    /// <inheritdoc/>
    public override int Size => 1 + Root.Size + Arguments.Size;
}
