namespace SpecDiff.Documents;

/// <summary>Two documents can't be compared; the message says why, and what to do.</summary>
internal sealed class NotComparableException(string message) : Exception(message);
