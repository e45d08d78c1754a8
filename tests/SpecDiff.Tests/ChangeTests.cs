using SpecDiff.Tests.Cases;
using SpecDiff.Tests.Support;

namespace SpecDiff.Tests;

/// <summary>What each kind of change is taken for.</summary>
public sealed class ChangeTests : IDisposable
{
    private static readonly string[] Client = ["--client-name", "OrdersClient", "--namespace", "Orders"];

    private readonly DocumentFolder _folder = new();

    public static TheoryData<string> Changes => [.. ChangeCases.All.Select(change => change.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public void Finds(string change)
    {
        var expected = ChangeCases.All.Single(candidate => string.Equals(candidate.Name, change, StringComparison.Ordinal));

        var result = _folder.Compare(ChangeCase.Orders, expected.After, Client);

        Assert.Empty(result.Errors);
        Assert.Equal(expected.Findings, DocumentFolder.Rows(result.Output));
        Assert.Equal(expected.Findings.All(finding => finding.StartsWith("safe ", StringComparison.Ordinal)) ? 0 : 1, result.ExitCode);
    }

    [Fact]
    public void Says_the_same_every_time()
    {
        string[] changes = ["Another server", "A required property that is sent", "A write that loses its guard", "A header that goes", "A value in the middle", "Another default", "A new operation"];
        var after = ChangeCases.All
            .Where(change => changes.Contains(change.Name, StringComparer.Ordinal))
            .SelectMany(change => change.Edits)
            .Aggregate(ChangeCase.Orders, (text, edit) => text.Replace(edit.From, edit.To, StringComparison.Ordinal));

        var first = _folder.Compare(ChangeCase.Orders, after, Client);
        var second = _folder.Compare(ChangeCase.Orders, after, Client);

        Assert.Equal(1, first.ExitCode);
        Assert.InRange(DocumentFolder.Rows(first.Output).Count, 12, int.MaxValue);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Knows_no_guards_where_the_client_has_none()
    {
        var findings = _folder.Findings(
            ChangeCase.Orders,
            ChangeCase.Orders.Replace("name: If-Match, in: header, required: true", "name: If-Match, in: header", StringComparison.Ordinal),
            [.. Client, "--preconditions", "None"]);

        Assert.Equal(["dangerous wire guard-optional @ PUT /orders/{id}"], findings);
    }

    [Fact]
    public void Reads_whole_numbers_where_fractions_were_possible()
    {
        var fraction = ChangeCase.Orders.Replace("label: { type: string }\n        amount: { type: integer, format: int32 }", "label: { type: string }\n        amount: { type: number }", StringComparison.Ordinal);

        var findings = _folder.Findings(fraction, ChangeCase.Orders, Client);

        Assert.Equal(["breaking csharp result-type-changed @ schema Order", "safe wire response-type-narrowed @ schema Order"], findings);
    }

    [Fact]
    public void Sees_that_one_declared_guard_takes_those_of_all_others()
    {
        var shown = ChangeCase.Orders
            .Replace("      operationId: addNote\n      x-if-match: none\n", "      operationId: addNote\n", StringComparison.Ordinal)
            .Replace("      parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]\n", "", StringComparison.Ordinal);
        var declared = shown.Replace("operationId: putOrder\n", "operationId: putOrder\n      parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]\n", StringComparison.Ordinal);

        var byDocument = _folder.Findings(shown, declared, Client);
        var byOption = _folder.Findings(shown, declared, [.. Client, "--precondition-rule", "All"]);

        Assert.Contains("dangerous wire guard-dropped @ POST /orders/{id}/notes", byDocument);
        Assert.Empty(byOption);
    }

    [Fact]
    public void Sees_that_no_write_is_guarded_where_no_answer_shows_a_version()
    {
        var old = ChangeCase.Orders.Replace("      parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]\n", "", StringComparison.Ordinal);
        var now = old.Replace("headers: { ETag: { schema: { type: string } } }, ", "", StringComparison.Ordinal).Replace("ETag: { schema: { type: string } }, ", "", StringComparison.Ordinal);

        Assert.Contains("dangerous wire guard-dropped @ PUT /orders/{id}", _folder.Findings(old, now, Client));
    }

    [Fact]
    public void Sees_of_an_internal_client_what_its_own_project_sees()
    {
        var findings = _folder.Findings(ChangeCase.Orders, ChangeCase.Orders.Replace("article: { type: string }", "article: { type: integer }", StringComparison.Ordinal), [.. Client, "--accessibility", "internal"]);

        Assert.Contains("breaking csharp result-type-changed @ schema Line", findings);
    }

    [Fact]
    public void Looks_at_excluded_paths_on_the_wire_alone()
    {
        var findings = _folder.Findings(
            ChangeCase.Orders,
            ChangeCase.Orders.Replace("operationId: addNote\n", "operationId: addNote\n      parameters: [ { name: page, in: query, schema: { type: string } } ]\n", StringComparison.Ordinal),
            [.. Client, "--exclude-paths", "/orders/{id}/notes"]);

        Assert.Equal(["safe wire parameter-added-optional @ POST /orders/{id}/notes"], findings);
    }

    [Fact]
    public void Follows_references_into_other_files()
    {
        const string Document =
            """
            openapi: 3.1.0
            info: { title: Split, version: '1' }
            paths:
              /things:
                get:
                  responses: { '200': { description: all, content: { application/json: { schema: { $ref: 'NAME#/Thing' } } } } }
            """;
        _folder.Write("one.yaml", "Thing: { type: object, properties: { size: { type: string } } }");
        _folder.Write("two.yaml", "Thing: { type: object, properties: { size: { type: [string, 'null'] } } }");

        var findings = _folder.Findings(
            Document.Replace("NAME", "one.yaml", StringComparison.Ordinal), Document.Replace("NAME", "two.yaml", StringComparison.Ordinal), Client);

        Assert.Equal(["dangerous wire response-null-possible @ GET /things"], findings);
    }
}
