namespace SieSmart.Analyzers.Flow.Values;

/// <summary>Which resource of a version scope a call is about: the client, and the indexer arguments that lead to the resource.</summary>
/// <param name="Root">Where the way to the resource began.</param>
/// <param name="IsComplete">Whether the arguments are all that the path of the scope has.</param>
/// <param name="Arguments">The indexer arguments.</param>
internal sealed record ResourceIdentity(Value Root, bool IsComplete, ValueList Arguments)
{
    /// <summary>Tells which resource of a scope a request builder leads to.</summary>
    public static ResourceIdentity Of(BuilderValue builder, string? scope)
    {
        // Arguments behind those of the scope name parts of the resource. From anywhere but a client it is unknown how many
        // came before, so there all arguments count.
        var count = scope?.Count(character => character == '{');
        return builder.IsFromClient && count <= builder.Arguments.Count
            ? new ResourceIdentity(builder.Root, IsComplete: true, new ValueList([.. builder.Arguments.Take(count.Value)]))
            : new ResourceIdentity(builder.Root, IsComplete: false, builder.Arguments);
    }

    /// <summary>Whether both are certainly the same resource of one scope.</summary>
    public bool IsSameAs(ResourceIdentity other) => Equals(other) && Root.IsKnown && Arguments.All(argument => argument.IsKnown);

    /// <summary>Whether a value is part of what names the resource.</summary>
    public bool Any(Func<Value, bool> isSuch) => Root.Any(isSuch) || Arguments.Any(argument => argument.Any(isSuch));
}
