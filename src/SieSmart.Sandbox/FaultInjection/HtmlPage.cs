using System.Text;
using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Tracing;

namespace SieSmart.Sandbox.FaultInjection;

/// <summary>What a proxy answers in the API's place: it knows neither trace ids nor ETags.</summary>
internal static class HtmlPage
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Sign in to use the network.</body></html>\n");

    public static async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.Remove(RequestTrace.HeaderName);
        response.Headers.ETag = default;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Content.Length;
        await response.Body.WriteAsync(Content, context.RequestAborted).ConfigureAwait(false);
    }
}
