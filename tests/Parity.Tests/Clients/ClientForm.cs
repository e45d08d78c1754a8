namespace Parity.Tests.Clients;

/// <summary>With or without the members that Kiota keeps for callers of older clients.</summary>
public enum ClientForm
{
    /// <summary>Without: <c>--exclude-backward-compatible</c>, <c>BackwardCompatible="false"</c>.</summary>
    New,

    /// <summary>With: <c>BackwardCompatible="true"</c>.</summary>
    Older,
}
