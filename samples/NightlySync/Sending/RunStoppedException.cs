namespace NightlySync.Sending;

/// <summary>The run ended before the row's request left.</summary>
internal sealed class RunStoppedException() : Exception("The run was stopped before the row was sent.");
