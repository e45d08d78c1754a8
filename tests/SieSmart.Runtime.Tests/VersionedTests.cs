using Microsoft.Kiota.Abstractions;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests;

public sealed class VersionedTests
{
    private static readonly ETag Version = ETag.Parse("v1");

    [Fact]
    public void Takes_apart_into_value_and_etag()
    {
        var (value, etag) = new Versioned<string>("proposal", Version);

        Assert.Equal("proposal", value);
        Assert.Equal(Version, etag);
    }

    [Fact]
    public void Can_be_made_for_a_test_with_everything_it_carries()
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["X-A"] = ["1"] };
        var result = new Versioned<string>("proposal", Version, "trace", headers);

        Assert.True(result.HasETag);
        Assert.Equal("trace", result.TraceId);
        Assert.Equal("1", Assert.Single(result.ResponseHeaders["x-a"]));
        Assert.False(new Versioned().HasETag);
        Assert.Throws<ArgumentNullException>(() => new Versioned<string>(null!));
    }

    [Fact]
    public void Prints_no_body() => Assert.DoesNotContain("secret body", new Versioned<string>("secret body", Version).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_made_of_a_call_when_it_has_ended(bool waits)
    {
        var request = Api.Request(Api.Put);
        var (value, number, nothing) = (new TaskCompletionSource<string?>(), new TaskCompletionSource<int?>(), new TaskCompletionSource());
        if (!waits)
        {
            End();
        }

        var (versioned, counted, done) = (Versioned.FromAsync(request, value.Task), Versioned.FromAsync(request, number.Task), Versioned.FromAsync(request, nothing.Task));
        if (waits)
        {
            Assert.False(versioned.IsCompleted || counted.IsCompleted || done.IsCompleted);
            End();
        }

        Assert.Equal("proposal", (await versioned).Value);
        Assert.Equal(7, (await counted).Value);
        Assert.False((await done).HasETag);

        void End()
        {
            value.SetResult("proposal");
            number.SetResult(7);
            nothing.SetResult();
        }
    }

    [Fact]
    public async Task Fails_as_the_call_that_it_is_made_of()
    {
        var request = Api.Request(Api.Put);
        var failure = new PreconditionFailedException("Changed by somebody else.");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Same(failure, await Assert.ThrowsAsync<PreconditionFailedException>(() => Versioned.FromAsync(request, Task.FromException<string?>(failure))));
        Assert.Same(failure, await Assert.ThrowsAsync<PreconditionFailedException>(() => Versioned.FromAsync(request, Task.FromException<int?>(failure))));
        Assert.Same(failure, await Assert.ThrowsAsync<PreconditionFailedException>(() => Versioned.FromAsync(request, Task.FromException(failure))));
        Assert.Equal(
            cancelled.Token,
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Versioned.FromAsync(request, Task.FromCanceled<string?>(cancelled.Token)))).CancellationToken);
        await Assert.ThrowsAsync<ResponseUnreadableException>(() => Versioned.FromAsync(request, Task.FromResult<string?>(null)));
        await Assert.ThrowsAsync<ResponseUnreadableException>(() => Versioned.FromAsync(request, Task.FromResult<int?>(null)));
    }

    [Fact]
    public async Task Says_where_to_get_an_etag_that_the_answer_did_not_carry()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        using var api = new Api(server.Address);

        var result = await api.PutAsync(Version, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(result.HasETag);
        var exception = Assert.Throws<MissingETagException>(() => result.ETag);
        Assert.Equal(
            "PUT /proposals/{proposal-id}/customer succeeded, but its answer carried no ETag. Read the resource again (GET /proposals/{proposal-id}) and use the ETag of that answer.",
            exception.Message);
        Assert.IsType<InvalidOperationException>(exception, exactMatch: false);
    }

    [Fact]
    public async Task Takes_apart_after_a_write_whose_answer_carried_no_etag_and_the_next_write_refuses_what_is_missing()
    {
        var requests = 0;
        await using var server = await StubServer.StartAsync(http =>
        {
            requests++;
            return StubServer.AnswerAsync(http, 200, "{}");
        });
        using var api = new Api(server.Address);

        var (value, _) = await api.PutAsync(Version, cancellationToken: TestContext.Current.CancellationToken);
        var (_, missing) = await api.PutAsync(Version, cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotNull(value);
        Assert.Equal(default, missing);
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => api.PutAsync(missing, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("PUT /proposals/{proposal-id}/customer was not sent: its ETag is missing", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the ETag of GET /proposals/{proposal-id}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task Says_that_the_handler_is_missing_where_nothing_was_observed()
    {
        await using var server = await StubServer.StartAsync(200, "{}", headers: ("ETag", "\"v2\""));
        using var api = new Api(server.Address, withHandler: false);

        var result = await api.GetAsync();

        Assert.False(result.HasETag);
        Assert.Contains(nameof(OperationContextHandler), Assert.Throws<MissingETagException>(() => result.ETag).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_never_came_is_an_unreadable_response()
    {
        var request = Api.Request(Api.Put);
        OperationContext.Attach(request, Api.Put, Version);

        var reference = Assert.Throws<ResponseUnreadableException>(() => Versioned.From(request, (string?)null));
        var value = Assert.Throws<ResponseUnreadableException>(() => Versioned.From(request, (int?)null));

        Assert.Contains("has no body", reference.Message, StringComparison.Ordinal);
        Assert.Contains("was applied", reference.Message, StringComparison.Ordinal);
        Assert.Equal("putCustomer", value.Operation?.Id);
    }

    [Fact]
    public void Wraps_values_of_both_kinds()
    {
        var request = new RequestInformation();

        Assert.Equal("text", Versioned.From(request, "text").Value);
        Assert.Equal(7, Versioned.From(request, (int?)7).Value);
    }

    [Fact]
    public async Task Keeps_its_etag_when_the_context_is_used_again()
    {
        var versions = new Queue<string>(["\"v1\"", "\"v2\""]);
        await using var server = await StubServer.StartAsync(http => StubServer.AnswerAsync(http, 200, "{}", headers: ("ETag", versions.Dequeue())));
        using var api = new Api(server.Address);
        var context = new OperationContext();

        var first = await api.GetAsync(context);
        var second = await api.GetAsync(context);

        Assert.Equal("\"v1\"", first.ETag.ToString());
        Assert.Equal("\"v2\"", second.ETag.ToString());
        Assert.Equal("\"v1\"", Assert.Single(first.ResponseHeaders["etag"]));
        Assert.Equal("\"v2\"", Assert.Single(context.ResponseHeaders["etag"]));
    }
}
