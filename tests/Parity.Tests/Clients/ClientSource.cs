namespace Parity.Tests.Clients;

/// <summary>A file of a generated client.</summary>
internal sealed record ClientSource(string Path, string Text);
