using System.Text.RegularExpressions;
using Interop.Tests.Callers;
using TestSupport;

namespace Interop.Tests.Proposals;

public sealed partial class OperationTests
{
    // The first is NSwag's weak point, as a test of its limits shows; the second is sent by the server.
    private static readonly string[] NotCompared = ["requestToken", "receiveNotification"];

    [Fact]
    public void Every_operation_of_the_document_is_compared()
    {
        var declared = OperationId().Matches(RepositoryFiles.Read("spec/siesmart.openapi.yaml")).Select(match => match.Groups["id"].Value);
        var compared = typeof(ISieSmartCaller).GetMethods()
            .Select(method => char.ToLowerInvariant(method.Name[0]) + method.Name[1..^"Async".Length]);

        Assert.Equal(declared.Except(NotCompared).Order(), compared.Order());
    }

    [GeneratedRegex(@"^ +operationId: (?<id>\w+)\r?$", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OperationId();
}
