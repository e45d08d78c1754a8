using SieSmart.Runtime;

namespace SieSmart.Pipeline.Authentication;

/// <summary>A key in a header or in the query.</summary>
internal sealed class ApiKeyCredential(string name, ApiKeyPlace place, string value) : IRequestCredential
{
    public ValueTask<object?> ShowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ShownSecrets.Add(request, value);
        if (place == ApiKeyPlace.Header)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        else
        {
            request.RequestUri = WithKey(request.RequestUri!);
        }

        return default;
    }

    public void Judge(object shown, HttpRequestMessage request, bool isAccepted)
    {
        // A key stays what it is.
    }

    /// <summary>The caller must not choose the key, and a repetition must not add another one.</summary>
    private Uri WithKey(Uri address)
    {
        var others = address.Query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !string.Equals(Uri.UnescapeDataString(pair.Split('=')[0]), name, StringComparison.Ordinal))
            .Append($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        return new UriBuilder(address) { Query = string.Join("&", others) }.Uri;
    }
}
