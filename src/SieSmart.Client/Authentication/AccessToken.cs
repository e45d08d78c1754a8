namespace SieSmart.Client.Authentication;

/// <summary>A token and how long it was said to be good for. A class without value semantics, which never prints the token.</summary>
internal sealed class AccessToken(string value, TimeSpan lifetime)
{
    public string Value => value;

    public TimeSpan Lifetime => lifetime;

    public override string ToString() => "***";
}
