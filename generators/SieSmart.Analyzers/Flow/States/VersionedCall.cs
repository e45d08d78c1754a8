using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow.States;

/// <summary>A call whose result carries a version.</summary>
/// <param name="Scope">The path template of the resource that the version is of; null if unknown.</param>
/// <param name="Identity">The resource that the version is of; null if unknown.</param>
internal sealed record VersionedCall(string? Scope, ResourceIdentity? Identity);
