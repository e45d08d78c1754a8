using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Parity.Tests.Clients;
using Parity.Tests.Inputs;

namespace Parity.Tests.Guards;

/// <summary>A client that the official tool made gets guards beside it, for each document of the repository.</summary>
public sealed class GuardTests
{
    private static readonly IReadOnlyList<ParityDocument> All = [.. ParityDocuments.In("specs"), .. ParityDocuments.In("spec"), .. ParityDocuments.In("reports").Where(document => document.Name.Contains("etag", StringComparison.Ordinal))];

    public static TheoryData<string, ClientForm> Documents
    {
        get
        {
            var data = new TheoryData<string, ClientForm>();
            foreach (var document in All)
            {
                data.Add(document.Name, ClientForm.New);
            }

            data.Add("proposals", ClientForm.Older);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_write_that_declares_If_Match_has_a_guard_over_the_official_client(string name, ClientForm form)
    {
        var document = All.Single(candidate => candidate.Name == name);
        var client = await GuardedOfficialClient.GenerateAsync(document, form, TestContext.Current.CancellationToken);

        Assert.Empty(client.Errors);
        Assert.Empty(client.GuardWarnings);
        Assert.DoesNotContain(client.GuardFaults, fault => fault.Id is "SIE2040" or "SIE2041" or "SIE2042");

        var declared = await DeclaredWritesAsync(document);
        var requests = client.GuardedRequests.ToList();
        Assert.Empty(declared.Except(requests.Select(request => request.Operation)));
        Assert.All(requests, request => Assert.Equal("\"7\"", request.IfMatch));
    }

    // As a reader finds them that had no part in the guards.
    private static async Task<IReadOnlyList<string>> DeclaredWritesAsync(ParityDocument document)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var (read, _) = await OpenApiDocument.LoadAsync(document.Path, settings, TestContext.Current.CancellationToken);
        return
        [
            .. from path in read!.Paths
               from operation in path.Value.Operations ?? []
               where operation.Key.Method is "POST" or "PUT" or "PATCH" or "DELETE"
               where (operation.Value.Parameters ?? []).Concat(path.Value.Parameters ?? []).Any(parameter => parameter is { In: ParameterLocation.Header, Required: true } && string.Equals(parameter.Name, "If-Match", StringComparison.OrdinalIgnoreCase))
               select $"{operation.Key.Method} {path.Key}",
        ];
    }
}
