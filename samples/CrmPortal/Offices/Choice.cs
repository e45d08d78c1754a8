namespace CrmPortal.Offices;

/// <summary>One entry of a list.</summary>
/// <param name="Value">What SieSmart is sent.</param>
/// <param name="Text">What people read.</param>
public sealed record Choice(string Value, string Text);
