using System.Net;
using Interop.Tests.Callers;
using SieSmart.Sandbox.Faults;

namespace Interop.Tests.Errors;

/// <summary>Errors that the sandbox makes on purpose: those that the document names, and those that only its ranges cover.</summary>
public sealed class FaultTests
{
    private static readonly int[] Errors = [400, 401, 403, 404, 409, 412, 422, 429, 500, 502, 503, 504];

    public static TheoryData<int, bool> Statuses => [.. Errors.SelectMany(status => new[] { (status, false), (status, true) })];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Both_read_the_same_error(int status, bool isWrite)
    {
        await using var session = await Session.StartAsync();
        var created = await session.Ours.CreateProposalAsync(new Draft(1001));
        var id = (long)created.Value<decimal>("proposalId");
        var fault = Fault.Status((HttpStatusCode)status, status is 429 or 503 ? TimeSpan.FromSeconds(7) : null);

        // Ours asks for another token after a 401, and sends the request a second time.
        session.Sandbox.Faults.Enqueue(fault, times: status == 401 ? 3 : 2);
        var seen = await session.CompareAsync(caller => isWrite
            ? caller.PutCustomerAsync(id, created.ETag!, new Party("Example Ltd"))
            : caller.GetProposalAsync(id));

        Assert.Equal(0, session.Sandbox.Faults.Count);
        Assert.Equal((status, "FAULT_ON_PURPOSE", "(trace id)"), (seen.Status, seen.Value<string>("code"), seen.Value<string>("traceId")));
        Assert.Equal(status is 429 or 503 ? "7" : null, seen.RetryAfter);
    }
}
