using SieSmart.Runtime;

namespace QuickStart.Calls;

/// <summary>One call of an operation.</summary>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Path">The path below the API's base address.</param>
/// <param name="Context">What was sent, and what came of it.</param>
internal sealed record Call(string Verb, string Path, OperationContext Context);
