namespace SieSmart.Client.Journals;

/// <summary>The journal has the proposal, so its request does not leave.</summary>
internal sealed class SentBeforeException() : Exception("The proposal was sent before.");
