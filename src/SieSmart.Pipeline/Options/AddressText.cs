namespace SieSmart.Pipeline;

/// <summary>Prints addresses that may not have been checked yet: a user, a query or a fragment may hold a secret.</summary>
internal static class AddressText
{
    private static readonly char[] WhereSecretsBegin = ['?', '#'];

    /// <summary>Scheme, host and path of a web address; of what is no address only what can be no secret.</summary>
    public static string? Of(Uri? address)
    {
        if (address is null)
        {
            return null;
        }

        if (address.IsAbsoluteUri && address.Host.Length > 0)
        {
            // Other schemes have no query: what looks like one is a part of the path.
            var hasQuery = address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;
            return address.GetComponents(hasQuery ? UriComponents.SchemeAndServer | UriComponents.Path : UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        }

        var text = address.OriginalString.Split(WhereSecretsBegin)[0];
        return text.Contains('@') ? "***" : text;
    }
}
