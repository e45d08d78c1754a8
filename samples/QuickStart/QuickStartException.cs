namespace QuickStart;

/// <summary>The run can't go on; the message says why, and what to do.</summary>
internal sealed class QuickStartException(string message) : Exception(message);
