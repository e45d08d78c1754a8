using Microsoft.Kiota.Abstractions;
using Parity.Tests.Calls;
using Parity.Tests.Clients;
using Parity.Tests.Differences;
using Parity.Tests.Samples;

namespace Parity.Tests.Requests;

/// <summary>Calls both clients, each on the adapter of its own kind, in the same ways, and compares what is sent.</summary>
internal static class RequestComparison
{
    public static async Task<ComparisonResult> CompareAsync(ClientPair pair)
    {
        BaseAddress[] own = [BaseAddress.Of(pair.Official), BaseAddress.Of(pair.Ours)];
        // Where one has no address that can be used, the requests are compared at another one.
        var isUsable = Array.TrueForAll(own, address => address.ForAdapters is null);
        var official = await SendAllAsync(pair.Official, own[0], (transport, address) => transport.Adapter(address), isUsable ? own[0] : new BaseAddress(Own: null));
        var ours = await SendAllAsync(pair.Ours, own[1], (transport, address) => transport.OurAdapter(address), isUsable ? own[1] : new BaseAddress(Own: null));
        return ComparisonResult.Of(ComparisonKind.Request, official, ours);
    }

    private static async Task<IReadOnlyDictionary<string, string>> SendAllAsync(
        CompiledClient client,
        BaseAddress own,
        Func<StubTransport, string?, IRequestAdapter> adapter,
        BaseAddress address)
    {
        var sent = new Dictionary<string, string>(StringComparer.Ordinal) { ["base address"] = own.Own ?? "none" };
        var samples = new ModelSamples(client.Assembly);
        foreach (var executor in ClientWalk.Executors(client).Values)
        {
            foreach (var request in RequestCases.Of(executor, samples))
            {
                sent.Add($"{executor.Key}: {request.Name}", await request.SendAsync(executor, transport => adapter(transport, address.ForAdapters)));
            }
        }

        return sent;
    }
}
