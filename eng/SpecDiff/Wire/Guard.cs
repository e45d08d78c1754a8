namespace SpecDiff.Wire;

/// <summary>Whether a request carries the ETag of what it changes.</summary>
internal enum Guard
{
    None,
    Optional,
    Required,
}
