using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Models;

namespace Reliability.Tests.Fixtures;

/// <summary>Requests past the generated methods, as anybody can make them.</summary>
internal static class HandmadeRequests
{
    /// <summary>Replaces a proposal's customer, with whatever headers.</summary>
    public static Task<Proposal?> PutCustomerAsync(
        this IRequestAdapter adapter, long proposalId, Customer customer, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        var request = new RequestInformation(
            Method.PUT,
            "{+baseurl}/proposals/{proposal%2Did}/customer",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["proposal%2Did"] = proposalId });
        request.SetContentFromParsable(adapter, "application/json", customer);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return adapter.SendAsync(request, Proposal.CreateFromDiscriminatorValue, new Dictionary<string, ParsableFactory<IParsable>>(StringComparer.Ordinal), cancellationToken);
    }
}
