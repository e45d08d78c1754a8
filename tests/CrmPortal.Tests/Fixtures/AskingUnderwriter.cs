using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox;

namespace CrmPortal.Tests.Fixtures;

/// <summary>
/// Stands before a sandbox, and says of what waits for a decision that more information is needed: the sandbox itself has no such rule.
/// </summary>
internal static class AskingUnderwriter
{
    public const string Question = "Please send the accounts of last year.";

    /// <summary>Starts it on a free port, and hands out its address with that of the API.</summary>
    public static async Task<(Uri BaseAddress, IAsyncDisposable Server)> StartAsync(SandboxServer sandbox)
    {
        var application = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]).Build();
        var client = new HttpClient();
        application.Run(context => AnswerAsync(context, client, sandbox.BaseAddress));
        await application.StartAsync(TestContext.Current.CancellationToken);
        return (new Uri(new Uri(application.Urls.Single()), sandbox.BaseAddress.AbsolutePath), application);
    }

    private static async Task AnswerAsync(HttpContext context, HttpClient client, Uri sandbox)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(sandbox, context.Request.Path + context.Request.QueryString));
        using var reader = new StreamReader(context.Request.Body);
        if (await reader.ReadToEndAsync(context.RequestAborted) is { Length: > 0 } body)
        {
            request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        }

        foreach (var name in new[] { "Authorization", "If-Match" })
        {
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToArray());
        }

        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Headers.TryGetValues("ETag", out var etag))
        {
            context.Response.Headers.ETag = etag.ToArray();
        }

        await context.Response.WriteAsync(Ask(await answer.Content.ReadAsStringAsync(context.RequestAborted)), context.RequestAborted);
    }

    private static string Ask(string json)
    {
        if (!json.StartsWith('{') || JsonNode.Parse(json) is not JsonObject { } body || body["decision"] is not JsonObject decision)
        {
            return json;
        }

        decision["decisionStatus"] = "MORE_INFORMATION_NEEDED";
        decision["comment"] = Question;
        return body.ToJsonString();
    }
}
