namespace SieSmart.Testing.Tests.Stubs;

/// <summary>The paths that a stub takes.</summary>
public sealed class PathTests : IDisposable
{
    private readonly StubTransport _api = new();

    [Theory]
    [InlineData("/orders?state=open", "The path '/orders?state=open' has a query, and a stub goes by paths alone. Name '/orders'")]
    [InlineData("/orders#top", "Name '/orders'")]
    [InlineData("orders", "does not begin with a slash")]
    [InlineData("", "does not begin with a slash")]
    [InlineData("/orders/{id", "Write a parameter as {name}")]
    [InlineData("/orders/id}", "Write a parameter as {name}")]
    [InlineData("/orders/{}", "Write a parameter as {name}")]
    [InlineData("/orders/{{id}}", "Write a parameter as {name}")]
    [InlineData("/orders/{id}/lines/{id}", "has the parameter 'id' twice")]
    public void Refuses(string path, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => _api.On(HttpMethod.Get, path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_other_names_for_the_parameters_of_a_path_that_it_has()
    {
        _api.On(HttpMethod.Get, "/orders/{id}");
        _api.On(HttpMethod.Put, "/orders/{orderId}");

        var exception = Assert.Throws<ArgumentException>(() => _api.On(HttpMethod.Get, "/orders/{orderId}"));

        Assert.StartsWith("'/orders/{orderId}' is the same path as '/orders/{id}', which GET is stubbed for already.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Goes_on_with_a_path_that_it_has() => Assert.Same(_api.On(HttpMethod.Get, "/orders/{id}"), _api.On(new HttpMethod("GET"), "/orders/{id}"));

    [Theory]
    [InlineData("/reports/{year}-{month}.pdf", "/reports/2026-02.pdf", "year=2026 month=02")]
    [InlineData("/files/{name}", "/files/a%2Fb%20c", "name=a/b c")]
    [InlineData("/files/a b", "/files/a%20b", "")]
    [InlineData("/files/a%20b", "/files/a%20b", "")]
    [InlineData("/", "/", "")]
    public async Task Takes_the_values_out_of_a_path(string pattern, string path, string values)
    {
        _api.On(HttpMethod.Get, pattern).ReturnsNothing();
        using var client = new HttpClient(_api, disposeHandler: false);

        using var response = await client.GetAsync(new Uri(_api.BaseAddress, path), TestContext.Current.CancellationToken);

        Assert.Equal(values, string.Join(' ', Assert.Single(_api.Requests).PathValues.Select(value => $"{value.Key}={value.Value}")));
    }

    [Theory]
    [InlineData("/orders/{id}", "/orders/")]
    [InlineData("/orders/{id}", "/orders/1/lines")]
    [InlineData("/orders", "/Orders")]
    [InlineData("/orders", "/orders/")]
    public async Task Does_not_take_one_path_for_another(string pattern, string path)
    {
        _api.On(HttpMethod.Get, pattern).ReturnsNothing();
        using var client = new HttpClient(_api, disposeHandler: false);

        await Assert.ThrowsAsync<UnexpectedRequestException>(() => client.GetAsync(new Uri(_api.BaseAddress, path), TestContext.Current.CancellationToken));
    }

    public void Dispose() => _api.Dispose();
}
