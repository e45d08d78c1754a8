namespace SieSmart.Analyzers.Symbols;

/// <summary>What a generated method does with versions.</summary>
/// <param name="Scope">The path template of the resource whose version guards, or is read by, the method; null if unknown.</param>
/// <param name="ETagParameter">The position of the mandatory ETag, the object of an extension method counted; negative if the method asks for none.</param>
/// <param name="RequiresIfMatch">Whether the method writes without asking for an ETag.</param>
/// <param name="BuildsRequest">Whether the method only describes a request, and sends nothing.</param>
/// <param name="ReturnsVersion">Whether the result carries an ETag.</param>
/// <param name="IsError">Whether the project wants no call of it without an ETag.</param>
internal sealed record OperationMethod(string? Scope, int ETagParameter, bool RequiresIfMatch, bool BuildsRequest, bool ReturnsVersion, bool IsError)
{
    /// <summary>Whether the method takes a mandatory ETag.</summary>
    public bool IsGuarded => ETagParameter >= 0;

    /// <summary>Whether the method sends a write that its ETag guards.</summary>
    public bool SendsGuardedWrite => IsGuarded && !BuildsRequest;
}
