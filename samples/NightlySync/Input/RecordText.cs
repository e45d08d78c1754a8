namespace NightlySync.Input;

/// <summary>The fields of a record, and where it begins.</summary>
/// <param name="Line">The line that it begins in.</param>
/// <param name="Fields">Its fields; null if its quotes are wrong.</param>
internal sealed record RecordText(long Line, IReadOnlyList<string>? Fields);
