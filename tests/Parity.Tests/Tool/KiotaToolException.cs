namespace Parity.Tests.Tool;

/// <summary>The official tool made no client of a document.</summary>
public sealed class KiotaToolException(string message) : Exception(message);
