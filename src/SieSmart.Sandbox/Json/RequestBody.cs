using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Errors;

namespace SieSmart.Sandbox.Json;

/// <summary>Reads the JSON of a request.</summary>
internal static class RequestBody
{
    private static readonly JsonElement EmptyObject = JsonSerializer.SerializeToElement(new object(), SandboxJson.Options);

    public static Task<JsonElement> ReadObjectAsync(HttpContext context) => ReadAsync(context, JsonValueKind.Object);

    /// <summary>The same, where no body at all says as much as an empty object.</summary>
    public static Task<JsonElement> ReadOptionalObjectAsync(HttpContext context)
        => context.Request is { ContentLength: 0, ContentType: null }
            ? Task.FromResult(EmptyObject)
            : ReadObjectAsync(context);

    public static Task<JsonElement> ReadArrayAsync(HttpContext context) => ReadAsync(context, JsonValueKind.Array);

    private static async Task<JsonElement> ReadAsync(HttpContext context, JsonValueKind kind)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType,
                "MEDIA_TYPE_UNSUPPORTED",
                $"Send the body as application/json, not as '{context.Request.ContentType}'.");
        }

        JsonElement body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonElement>(
                context.Request.Body, SandboxJson.Options, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new RequestRefusedException(
                StatusCodes.Status400BadRequest, "BODY_MALFORMED", $"The body is no JSON: {exception.Message}");
        }

        return body.ValueKind == kind
            ? body
            : throw new RequestRefusedException(
                StatusCodes.Status400BadRequest,
                "BODY_MALFORMED",
                $"The body must be a JSON {kind}, but is a JSON {body.ValueKind}.");
    }
}
