using Parcels;
using Parcels.Models;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Pipeline.Tests.Answers;

/// <summary>A success whose body is not what the document says is told as one that can't be read, never as an object of nulls.</summary>
public sealed class UnreadableAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":"1","pieces":[{"weight":1},{"weight":99999999999}]}""", "$.pieces[1].weight", "int")]
    [InlineData("""{"id":"1","sent":"02.01.2026"}""", "$.sent", "date of RFC 3339")]
    [InlineData("""{"id":1}""", "$.id", "text")]
    [InlineData("""{"pieces":{"weight":1}}""", "$.pieces", "array")]
    [InlineData("""{"pieces":["box"]}""", "$.pieces[0]", "object")]
    [InlineData("""{"pieces":[{"weight":"1"}]}""", "$.pieces[0].weight", "int")]
    [InlineData("null", "$", "object")]
    [InlineData("[]", "$", "object")]
    [InlineData("7", "$", "object")]
    [InlineData("\"moved\"", "$", "object")]
    public async Task Is_told_with_path_and_expected_type_where_an_object_was_asked_for(string body, string path, string expected)
    {
        await using var server = await StubServer.StartAsync(200, body);
        var client = Client(server);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels["1"].GetAsync(cancellationToken: Token));

        Assert.Equal(path, exception.JsonPath);
        Assert.Equal(expected, exception.ExpectedType);
        Assert.Equal(200, exception.ResponseStatusCode);
        Assert.Equal(body, exception.ResponseExcerpt);
        Assert.Contains($"{path}: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("02.01.2026", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"none\"")]
    [InlineData("0")]
    public async Task Is_told_where_a_list_was_asked_for(string body)
    {
        await using var server = await StubServer.StartAsync(200, body);
        var client = Client(server);

        var objects = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels.GetAsync(cancellationToken: Token));
        var texts = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels.Owners.GetAsync(cancellationToken: Token));
        var values = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels.States.GetAsync(cancellationToken: Token));

        Assert.All([objects, texts, values], exception => Assert.Equal(("$", "array"), (exception.JsonPath, exception.ExpectedType)));
    }

    [Fact]
    public async Task Is_told_where_it_does_not_say_what_it_is()
    {
        await using var server = await StubServer.StartAsync(async http =>
        {
            http.Response.StatusCode = 200;
            await http.Response.Body.WriteAsync("""[{"id":"1"}]"""u8.ToArray());
        });
        var client = Client(server);

        var list = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels.GetAsync(cancellationToken: Token));
        var one = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels["1"].GetAsync(cancellationToken: Token));

        Assert.Contains("it doesn't say what it is", list.Message, StringComparison.Ordinal);
        Assert.Contains("content type: none", one.Message, StringComparison.Ordinal);
        Assert.Equal("""[{"id":"1"}]""", list.ResponseExcerpt);
    }

    [Fact]
    public async Task Is_told_where_a_scalar_is_of_another_kind()
    {
        await using var server = await StubServer.StartAsync(200, "\"many\"");
        var client = Client(server);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels.Count.GetAsync(cancellationToken: Token));

        Assert.Equal(("$", "int"), (exception.JsonPath, exception.ExpectedType));
    }

    [Theory]
    [InlineData("\"lost\"")]
    [InlineData("\"NEW\"")]
    [InlineData("\"1\"")]
    public async Task Is_told_where_an_enum_has_no_such_value(string body)
    {
        await using var server = await StubServer.StartAsync(200, body);
        var client = Client(server);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels.Mode.GetAsync(cancellationToken: Token));

        Assert.Equal(("$", "value of Mode"), (exception.JsonPath, exception.ExpectedType));
        Assert.Equal(body, exception.ResponseExcerpt);
    }

    [Theory]
    [InlineData("\"new\"", Mode.New)]
    [InlineData("\"New\"", Mode.New2)]
    [InlineData("\"SENT\"", Mode.Sent)]
    [InlineData("\"\"", Mode.Empty)]
    public async Task Each_value_of_an_enum_is_read(string body, Mode expected)
    {
        await using var server = await StubServer.StartAsync(200, body);
        var client = Client(server);

        Assert.Equal(expected, await client.Parcels.Mode.GetAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task A_null_in_place_of_a_scalar_is_one()
    {
        await using var server = await StubServer.StartAsync(async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = 4;
            await http.Response.Body.WriteAsync("null"u8.ToArray());
        });
        var client = Client(server);

        Assert.Null(await client.Parcels.Count.GetAsync(cancellationToken: Token));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"queued\"")]
    public async Task Says_that_a_create_was_applied(string body)
    {
        await using var server = await StubServer.StartAsync(201, body);
        var client = Client(server);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels.PostAsync(new Parcel(), cancellationToken: Token));

        Assert.Contains("The write was applied: don't send it again", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_quoted_in_part_and_without_the_secrets_of_the_request()
    {
        await using var server = await StubServer.StartAsync(200, $"""["the-key-of-the-caller{new string('x', 1000)}"]""");
        var client = OpenApiClient.Create<ParcelsClient>(new OpenApiClientOptions
        {
            BaseAddress = server.Address,
            Authentication = { ApiKeys = [new ApiKeyOptions { Name = "X-Key", Value = "the-key-of-the-caller" }] },
        });

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels["1"].GetAsync(cancellationToken: Token));

        Assert.Equal(500, exception.ResponseExcerpt!.Length);
        Assert.StartsWith("[\"***xxx", exception.ResponseExcerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key-of-the-caller", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_items_of_a_list_stay_null()
    {
        await using var server = await StubServer.StartAsync(http => StubServer.AnswerAsync(http, 200, http.Request.Path == "/parcels" ? """[{"id":"1"},null]""" : "[\"new\",null]"));
        var client = Client(server);

        Assert.Equal(["1", null], (await client.Parcels.GetAsync(cancellationToken: Token))!.Select(parcel => parcel?.Id));
        Assert.Equal([State.New, null], await client.Parcels.States.GetAsync(cancellationToken: Token));
        Assert.Equal(["new", null!], await client.Parcels.Owners.GetAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task Is_told_where_an_enum_in_a_list_has_no_such_value()
    {
        await using var server = await StubServer.StartAsync(200, "[\"new\",\"lost\"]");
        var client = Client(server);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Parcels.States.GetAsync(cancellationToken: Token));

        Assert.Equal(("$[1]", "value of State"), (exception.JsonPath, exception.ExpectedType));
    }

    [Fact]
    public async Task An_empty_list_and_an_object_without_members_are_read()
    {
        await using var server = await StubServer.StartAsync(http => StubServer.AnswerAsync(http, 200, http.Request.Path == "/parcels/1" ? "{}" : "[]"));
        var client = Client(server);

        Assert.Empty((await client.Parcels.GetAsync(cancellationToken: Token))!);
        Assert.NotNull(await client.Parcels["1"].GetAsync(cancellationToken: Token));
    }

    private static ParcelsClient Client(StubServer server) => OpenApiClient.Create<ParcelsClient>(new OpenApiClientOptions { BaseAddress = server.Address, Authentication = { AllowAnonymous = true } });
}
