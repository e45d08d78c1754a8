using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions;
using SieSmart.Runtime;

namespace SieSmart.Client.Tests.Support;

/// <summary>Two operations, called as generated request builders call them.</summary>
internal static class Calls
{
    public static readonly ETag Version = ETag.Parse("2026-01-02T03:04:05.678Z");

    /// <summary>Real time, for a failing test to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly OperationDescription Read =
        new("getProposal", "GET", "/proposals/{proposal-id}", versionScope: "/proposals/{proposal-id}");

    private static readonly OperationDescription Write =
        new("submit", "POST", "/proposals/{proposal-id}/decision", isGuarded: true, versionScope: "/proposals/{proposal-id}");

    public static Task<Versioned> ReadAsync(this SieSmartClient client, CancellationToken? cancellationToken = null) =>
        SendAsync(client, Method.GET, Read, default, cancellationToken);

    public static Task<Versioned> ReadAsync(this SieSmartClient client, IRequestOption option, CancellationToken? cancellationToken = null) =>
        SendAsync(client, Method.GET, Read, default, cancellationToken, option: option);

    public static Task<Versioned> WriteAsync(this SieSmartClient client, CancellationToken? cancellationToken = null) =>
        SendAsync(client, Method.POST, Write, Version, cancellationToken);

    /// <summary>Any operation, with a body and an ETag or without.</summary>
    public static Task<Versioned> CallAsync(
        this SieSmartClient client,
        OperationDescription operation,
        ETag ifMatch = default,
        Stream? body = null,
        OperationContext? context = null,
        CancellationToken? cancellationToken = null) =>
        SendAsync(client, Enum.Parse<Method>(operation.Method), operation, ifMatch, cancellationToken, body, context);

    public static async Task SendRawAsync(this SieSmartClient client, Uri address)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = address };
        await AdapterOf(client).SendNoContentAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<Versioned> SendAsync(
        SieSmartClient client,
        Method method,
        OperationDescription operation,
        ETag ifMatch,
        CancellationToken? cancellationToken,
        Stream? body = null,
        IRequestOption? option = null)
    {
        var request = new RequestInformation(
            method,
            "{+baseurl}" + operation.PathTemplate.Replace("{proposal-id}", "{proposal%2Did}", StringComparison.Ordinal),
            new Dictionary<string, object>(StringComparer.Ordinal) { ["proposal%2Did"] = 42 });
        if (body is not null)
        {
            request.SetStreamContent(body, "application/json");
        }

        request.AddRequestOptions(option is null ? [] : [option]);
        _ = ifMatch.IsMissing
            ? OperationContext.Attach(request, operation)
            : OperationContext.Attach(request, operation, ifMatch);
        await AdapterOf(client)
            .SendNoContentAsync(request, cancellationToken: cancellationToken ?? TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        return Versioned.From(request);
    }

    /// <summary>Request builders are given it by their base class, which keeps it from everybody else.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_RequestAdapter")]
    private static extern IRequestAdapter AdapterOf(BaseRequestBuilder builder);
}
