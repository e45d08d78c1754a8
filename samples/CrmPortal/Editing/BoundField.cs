namespace CrmPortal.Editing;

/// <summary>A field, and where its value lives in a part of a proposal.</summary>
/// <typeparam name="T">The part.</typeparam>
internal sealed record BoundField<T>(Field Field, Func<T, string?> Get, Action<T, string?> Set);
