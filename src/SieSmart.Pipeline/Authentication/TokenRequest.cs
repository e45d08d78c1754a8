using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SieSmart.Pipeline.Authentication;

/// <summary>The request for an access token, in the form that its server wants.</summary>
internal static class TokenRequest
{
    public static HttpRequestMessage Of(ClientCredentials credentials)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, credentials.TokenEndpoint)
        {
            Content = credentials.Format == TokenRequestFormat.Json ? Json(MembersOf(credentials)) : Form(MembersOf(credentials)),
        };
        if (credentials.Place == CredentialsPlace.BasicHeader)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Basic(credentials));
        }

        return request;
    }

    private static IEnumerable<KeyValuePair<string, string>> MembersOf(ClientCredentials credentials)
    {
        if (credentials.Audience is { } audience)
        {
            yield return new("audience", audience);
        }

        yield return new("grant_type", "client_credentials");
        if (credentials.Scope is { } scope)
        {
            yield return new("scope", scope);
        }

        if (credentials.Place == CredentialsPlace.Body)
        {
            yield return new("client_id", credentials.ClientId);
            yield return new("client_secret", credentials.ClientSecret);
        }
    }

    private static ByteArrayContent Json(IEnumerable<KeyValuePair<string, string>> members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in members)
            {
                writer.WriteString(member.Key, member.Value);
            }

            writer.WriteEndObject();
        }

        return new ByteArrayContent(buffer.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    private static ByteArrayContent Form(IEnumerable<KeyValuePair<string, string>> members) =>
        new(Encoding.ASCII.GetBytes(string.Join("&", members.Select(member => $"{Encode(member.Key)}={Encode(member.Value)}"))))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") },
        };

    /// <summary>Id and secret are encoded as in a form before they are put together (RFC 6749, 2.3.1).</summary>
    private static string Basic(ClientCredentials credentials) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Encode(credentials.ClientId)}:{Encode(credentials.ClientSecret)}"));

    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+");
}
