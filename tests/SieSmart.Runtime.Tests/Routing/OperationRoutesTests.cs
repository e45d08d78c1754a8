using SieSmart.Runtime.Routing;

namespace SieSmart.Runtime.Tests.Routing;

public sealed class OperationRoutesTests
{
    private static readonly OperationRoutes Routes = new(
        [
            new OperationDescription("read", "GET", "/proposals/{proposal-id}"),
            new OperationDescription("replace", "PUT", "/proposals/{proposal-id}", isGuarded: true),
            new OperationDescription("replaceWith", "POST", "/proposals/{proposal-id}", isGuarded: true),
            new OperationDescription("create", "POST", "/proposals/proposal"),
            new OperationDescription("document", "GET", "/proposals/{proposal-id}/document.{format}"),
            new OperationDescription("anyDocument", "GET", "/proposals/{proposal-id}/{name}"),
            new OperationDescription("period", "GET", "/reports/from {from} to {to}"),
            new OperationDescription("root", "GET", "/"),
        ],
        new Uri("https://api.example.org/b2b/v1"));

    [Theory]
    [InlineData("GET", "https://api.example.org/b2b/v1/proposals/42", "read")]
    [InlineData("put", "https://api.example.org/b2b/v1/proposals/42", "replace")]
    [InlineData("PUT", "https://api.example.org/b2b/v1/proposals/42?expand=all#part", "replace")]
    [InlineData("PUT", "https://API.example.org:443/b2b/v1/proposals/42", "replace")]
    [InlineData("PUT", "https://api.example.org/b2b/v1/proposals/a%2Fb", "replace")]
    [InlineData("PUT", "https://api.example.org/b2b/v1/proposals/proposal", "replace")]
    [InlineData("POST", "https://api.example.org/b2b/v1/proposals/42", "replaceWith")]
    [InlineData("POST", "https://api.example.org/b2b/v1/proposals/proposal", "create")]
    [InlineData("POST", "https://api.example.org/b2b/v1/proposals/%70roposal", "create")]
    [InlineData("POST", "https://api.example.org/b2b/v1/./proposals/42/../proposal", "create")]
    [InlineData("GET", "https://api.example.org/b2b/v1/proposals/42/document.pdf", "document")]
    [InlineData("GET", "https://api.example.org/b2b/v1/proposals/42/document.", "anyDocument")]
    [InlineData("GET", "https://api.example.org/b2b/v1/reports/from%201%20to%202", "period")]
    [InlineData("GET", "https://api.example.org/b2b/v1/", "root")]
    public void Finds_the_operation_by_method_and_path_literal_segments_first(string method, string address, string id) =>
        Assert.Equal(id, Routes.Find(method, new Uri(address))?.Id);

    [Fact]
    public void Puts_literal_segments_first_in_whichever_order_operations_come()
    {
        string[] templates = ["/proposals/{proposal-id}", "/proposals/{proposal-id}/customer", "/proposals", "/", "/proposals/proposal"];
        foreach (var order in OrdersOf(templates))
        {
            var routes = new OperationRoutes([.. order.Select(template => new OperationDescription(template, "POST", template))], new Uri("https://api.example.org"));

            Assert.Equal("/proposals/proposal", routes.Find("POST", new Uri("https://api.example.org/proposals/proposal"))?.Id);
        }
    }

    [Theory]
    [InlineData("PUT", "https://api.example.org/B2B/v1/Proposals/42", "replace")]
    [InlineData("PUT", "https://api.example.org/b2b/v1/proposals/42/", "replace")]
    [InlineData("POST", "https://api.example.org/b2b/v1/PROPOSALS/proposal/", "create")]
    public void Takes_a_path_that_differs_in_case_or_by_a_last_slash_for_the_same(string method, string address, string id) =>
        Assert.Equal(id, Routes.Find(method, new Uri(address))?.Id);

    [Fact]
    public void Prefers_the_parameter_to_a_literal_that_differs_in_case() =>
        Assert.Equal("replaceWith", Routes.Find("POST", new Uri("https://api.example.org/b2b/v1/proposals/Proposal"))?.Id);

    [Theory]
    [InlineData("DELETE", "https://api.example.org/b2b/v1/proposals/42")]
    [InlineData("PUT", "https://api.example.org/b2b/v1/proposals")]
    [InlineData("PUT", "https://api.example.org/b2b/v1/proposals/42/customer")]
    [InlineData("PUT", "https://api.example.org/b2b/v1/proposals//")]
    [InlineData("GET", "https://api.example.org/b2b/v1/reports/from%20%20to%202")]
    [InlineData("PUT", "https://api.example.org/b2b/v10/proposals/42")]
    [InlineData("PUT", "https://api.example.org/proposals/42")]
    [InlineData("PUT", "https://elsewhere.example.org/b2b/v1/proposals/42")]
    [InlineData("PUT", "http://api.example.org/b2b/v1/proposals/42")]
    public void Finds_nothing_where_there_is_no_such_operation(string method, string address) =>
        Assert.Null(Routes.Find(method, new Uri(address)));

    [Fact]
    public void Takes_a_base_address_with_a_slash_at_its_end_or_without_a_path()
    {
        OperationDescription[] operations = [new("read", "GET", "/proposals/{proposal-id}")];

        Assert.NotNull(new OperationRoutes(operations, new Uri("https://api.example.org/b2b/")).Find("GET", new Uri("https://api.example.org/b2b/proposals/42")));
        Assert.NotNull(new OperationRoutes(operations, new Uri("https://api.example.org")).Find("GET", new Uri("https://api.example.org/proposals/42")));
    }

    private static IEnumerable<string[]> OrdersOf(string[] items) =>
        items.Length <= 1
            ? [items]
            : items.SelectMany(first => OrdersOf([.. items.Where(item => item != first)]).Select(rest => (string[])[first, .. rest]));
}
