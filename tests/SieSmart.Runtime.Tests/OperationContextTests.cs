using Microsoft.Kiota.Abstractions;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests;

public sealed class OperationContextTests
{
    private static readonly ETag Version = ETag.Parse("2026-01-02T03:04:05.678Z");

    [Fact]
    public void Sets_if_match_to_the_etag_and_nothing_else()
    {
        var request = Api.Request(Api.Put);

        var context = OperationContext.Attach(request, Api.Put, Version);

        Assert.Equal(Version.ToString(), Assert.Single(request.Headers["If-Match"]));
        Assert.Equal(Version, context.SentETag);
        Assert.Same(Api.Put, context.Operation);
        Assert.Same(context, request.GetRequestOption<OperationContext>());
    }

    [Fact]
    public async Task Is_found_by_handlers_on_its_message_and_on_copies_of_it()
    {
        var request = Api.Request(Api.Put);
        request.PathParameters["baseurl"] = "https://api.example.test";
        var context = OperationContext.Attach(request, Api.Put, Version);
        using var client = new HttpClient();

        using var message = await new HttpRequestAdapter(client) { BaseUrl = "https://api.example.test" }
            .ConvertToNativeRequestAsync<HttpRequestMessage>(request, TestContext.Current.CancellationToken);
        using var copy = new HttpRequestMessage(message!.Method, message.RequestUri);
        ((IDictionary<string, object?>)copy.Options).Add(message.Options.Single());
        using var other = new HttpRequestMessage();

        Assert.Same(context, OperationContext.Of(message));
        Assert.Same(context, OperationContext.Of(copy));
        Assert.Null(OperationContext.Of(other));
    }

    [Fact]
    public void Refuses_a_write_without_an_etag_and_says_where_one_comes_from()
    {
        var request = Api.Request(Api.Put);

        var exception = Assert.Throws<ArgumentException>(() => OperationContext.Attach(request, Api.Put, default(ETag)));

        Assert.Equal("ifMatch", exception.ParamName);
        Assert.StartsWith(
            "PUT /proposals/{proposal-id}/customer was not sent: its ETag is missing (it is default(ETag)). Pass the ETag of the version that you saw: the ETag of GET /proposals/{proposal-id}, or of the last write there that returned one.",
            exception.Message,
            StringComparison.Ordinal);
        Assert.False(request.Headers.ContainsKey("If-Match"));
    }

    [Fact]
    public void Accepts_the_same_if_match_from_the_request_configuration()
    {
        var request = Api.Request(Api.Put);
        request.Headers.Add("if-match", Version.ToString());

        OperationContext.Attach(request, Api.Put, Version);

        Assert.Equal(Version.ToString(), Assert.Single(request.Headers["If-Match"]));
    }

    [Fact]
    public void Refuses_another_if_match_from_the_request_configuration()
    {
        var request = Api.Request(Api.Put);
        request.Headers.Add("If-Match", "*");

        var exception = Assert.Throws<InvalidOperationException>(() => OperationContext.Attach(request, Api.Put, Version));

        Assert.Contains("PUT /proposals/{proposal-id}/customer was not sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optional_etag_is_sent_if_given()
    {
        var without = Api.Request(Api.Get);
        OperationContext.Attach(without, Api.Get, (ETag?)null);
        var with = Api.Request(Api.Get);
        OperationContext.Attach(with, Api.Get, (ETag?)Version);

        Assert.False(without.Headers.ContainsKey("If-Match"));
        Assert.Equal(Version.ToString(), Assert.Single(with.Headers["If-Match"]));
        Assert.Throws<ArgumentException>(() => OperationContext.Attach(with, Api.Get, (ETag?)default(ETag)));
    }

    [Fact]
    public void Knows_an_if_match_that_the_caller_set_on_an_unguarded_request()
    {
        var request = Api.Request(Api.Get);
        request.Headers.Add("If-Match", Version.ToString());

        Assert.Equal(Version, OperationContext.Attach(request, Api.Get).SentETag);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(".", "'.'")]
    [InlineData("..", "'..'")]
    [InlineData(new int[0], "empty")]
    [InlineData(new[] { ".." }, "'..'")]
    public void Refuses_path_arguments_that_would_change_the_route(object argument, string named)
    {
        var request = Api.Request(Api.Put, argument);

        var exception = Assert.Throws<ArgumentException>(() => OperationContext.Attach(request, Api.Put, Version));

        Assert.Contains($"'proposal-id' is {named}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("42")]
    [InlineData("...")]
    [InlineData("a/b")]
    [InlineData(42)]
    [InlineData(new[] { 1, 2 })]
    public void Lets_other_path_arguments_pass(object argument) =>
        OperationContext.Attach(Api.Request(Api.Put, argument), Api.Put, Version);

    [Fact]
    public void Does_not_look_at_the_arguments_of_a_raw_url()
    {
        var request = Api.Request(Api.Get, "..");
        request.PathParameters["request-raw-url"] = "https://example.com/next";

        OperationContext.Attach(request, Api.Get);
    }

    [Fact]
    public void Fills_the_context_that_the_caller_put_into_the_options()
    {
        var own = new OperationContext();
        var request = Api.Request(Api.Get);
        request.AddRequestOptions([own]);

        Assert.Same(own, OperationContext.Attach(request, Api.Get));
        Assert.Same(Api.Get, own.Operation);
    }

    [Fact]
    public async Task Tells_what_became_of_a_call()
    {
        var clock = new FakeTimeProvider();
        await using var server = await StubServer.StartAsync(http =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return StubServer.AnswerAsync(http, 200, "{}", headers: [("ETag", "v2"), ("X-Trace-Id", "trace-1")]);
        });
        using var api = new Api(server.Address, new OperationRequestAdapterOptions { TimeProvider = clock });
        var context = new OperationContext();

        await api.PutAsync(Version, context, TestContext.Current.CancellationToken);

        Assert.Equal(1, context.Attempts);
        Assert.Equal(200, (int?)context.StatusCode);
        Assert.Equal(Version, context.SentETag);
        Assert.Equal("v2", context.ReceivedETag.ToString());
        Assert.Equal("trace-1", context.TraceId);
        Assert.Equal("trace-1", Assert.Single(context.ResponseHeaders["x-trace-id"]));
        Assert.Equal("application/json", Assert.Single(context.ResponseHeaders["Content-Type"]));
        Assert.Equal(TimeSpan.FromSeconds(2), context.Elapsed);
    }

    [Fact]
    public async Task Forgets_the_call_before_when_it_is_used_again()
    {
        var status = 200;
        await using var server = await StubServer.StartAsync(http => status == 200
            ? StubServer.AnswerAsync(http, 200, "{}", headers: [("ETag", "v1"), ("X-Trace-Id", "trace-1")])
            : StubServer.AnswerAsync(http, status));
        using var api = new Api(server.Address);
        var context = new OperationContext();

        await api.PutAsync(Version, context, TestContext.Current.CancellationToken);
        status = 204;
        await api.SubmitAsync(ETag.Any, context);

        Assert.Equal(1, context.Attempts);
        Assert.Equal("submit", context.Operation?.Id);
        Assert.Equal(ETag.Any, context.SentETag);
        Assert.True(context.ReceivedETag.IsMissing);
        Assert.Null(context.TraceId);
        Assert.Equal(204, (int?)context.StatusCode);
    }

    [Fact]
    public async Task Starts_anew_for_each_request_that_was_built_by_hand()
    {
        await using var server = await StubServer.StartAsync(204);
        using var api = new Api(server.Address);
        var context = new OperationContext();

        for (var i = 0; i < 2; i++)
        {
            var request = Api.Request(Api.Get);
            request.AddRequestOptions([context]);
            await api.Adapter.SendNoContentAsync(request, cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, context.Attempts);
    }

    [Fact]
    public async Task Has_nothing_to_tell_of_a_call_that_never_reached_the_transport()
    {
        using var api = new Api(new Uri("http://127.0.0.1:9"));
        var context = new OperationContext();
        var request = Api.Request(Api.Get);
        request.AddRequestOptions([context]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => api.Adapter.SendNoContentAsync(request, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(0, context.Attempts);
        Assert.Null(context.StatusCode);
        Assert.Null(context.Operation);
    }

    [Fact]
    public void Notes_the_answer_of_an_adapter_that_sends_by_another_way()
    {
        var request = Api.Request(Api.Get);
        var context = OperationContext.Attach(request, Api.Get);

        OperationContext.NoteAnswer(request, Version, "trace-1");

        Assert.Equal((Version, "trace-1", System.Net.HttpStatusCode.OK, 1), (context.ReceivedETag, context.TraceId, context.StatusCode, context.Attempts));
        Assert.Equal([Version.ToString()], context.ResponseHeaders["etag"]);
        Assert.Equal(Version, Versioned.From(request, "value").ETag);
    }

    [Fact]
    public void Notes_the_doubt_of_a_write_and_does_not_forget_it_with_the_next_answer()
    {
        var request = Api.Request(Api.Put);
        var context = OperationContext.Attach(request, Api.Put, Version);

        OperationContext.NoteAnswer(request, statusCode: System.Net.HttpStatusCode.BadGateway);
        OperationContext.NoteAnswer(request, statusCode: System.Net.HttpStatusCode.PreconditionFailed);

        Assert.Equal((true, 2), (context.IsInDoubt, context.Attempts));
    }

    [Fact]
    public void Notes_how_long_the_api_asks_to_be_left_alone()
    {
        var request = Api.Request(Api.Get);
        var context = OperationContext.Attach(request, Api.Get);

        OperationContext.NoteAnswer(request, statusCode: System.Net.HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.FromSeconds(7));

        Assert.Equal(TimeSpan.FromSeconds(7), context.RetryAfter);
        Assert.Throws<ArgumentOutOfRangeException>(() => OperationContext.NoteAnswer(request, retryAfter: TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void Refuses_to_note_a_star_as_a_version() =>
        Assert.Throws<ArgumentException>(() => OperationContext.NoteAnswer(Api.Request(Api.Get), ETag.Any));

    [Fact]
    public void Sets_if_match_for_a_request_that_others_make()
    {
        var configuration = new RequestConfiguration<DefaultQueryParameters>();

        var context = OperationContext.Attach(configuration, Api.Put, Version);
        var request = Api.Request(Api.Put);
        request.Configure<DefaultQueryParameters>(own =>
        {
            own.Headers = configuration.Headers;
            own.Options = configuration.Options;
        });

        Assert.Equal(Version.ToString(), Assert.Single(request.Headers["If-Match"]));
        Assert.Same(context, request.GetRequestOption<OperationContext>());
        Assert.Equal((Api.Put, Version), (context.Operation, context.SentETag));
    }

    [Fact]
    public void Takes_the_context_that_the_caller_put_into_the_configuration()
    {
        var own = new OperationContext();
        var configuration = new RequestConfiguration<DefaultQueryParameters>();
        configuration.Options.Add(own);

        Assert.Same(own, OperationContext.Attach(configuration, Api.Get));
        Assert.Single(configuration.Options);
    }

    [Fact]
    public void Refuses_a_missing_etag_or_another_header_for_a_request_that_others_make()
    {
        var configuration = new RequestConfiguration<DefaultQueryParameters>();
        configuration.Headers.Add("If-Match", "*");

        Assert.Throws<ArgumentException>(() => OperationContext.Attach(new RequestConfiguration<DefaultQueryParameters>(), Api.Put, default(ETag)));
        Assert.Throws<InvalidOperationException>(() => OperationContext.Attach(configuration, Api.Put, Version));
        Assert.True(OperationContext.Attach(new RequestConfiguration<DefaultQueryParameters>(), Api.Put, (ETag?)null).SentETag.IsMissing);
    }

    [Fact]
    public void Wraps_up_what_others_sent()
    {
        var request = Api.Request(Api.Get);
        var context = OperationContext.Attach(request, Api.Get);
        OperationContext.NoteAnswer(request, Version, "trace-1");

        Assert.Equal((Version, "value"), (Versioned.From(context).ETag, Versioned.From(context, "value").Value));
        Assert.Equal(7, Versioned.From(context, (int?)7).Value);
        Assert.Contains("GET /proposals/{proposal-id}", Assert.Throws<ResponseUnreadableException>(() => Versioned.From(context, (string?)null)).Message, StringComparison.Ordinal);
    }
}
