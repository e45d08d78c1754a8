using Parcels;
using Parcels.Models;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Pipeline.Tests.Answers;

/// <summary>Whatever the body of an error is, what it says can be read.</summary>
public sealed class ErrorAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("The parcel is locked.", "text/plain")]
    [InlineData("<p>The parcel is locked.</p>", "text/html")]
    [InlineData("<fault>locked</fault>", "application/xml")]
    [InlineData("\"The parcel is locked.\"", "application/json")]
    [InlineData("[\"locked\"]", "application/problem+json")]
    [InlineData("locked", "")]
    public async Task A_text_is_on_the_exception(string body, string contentType)
    {
        await using var server = await StubServer.StartAsync(http => Answer(http, 409, body, contentType));
        var client = Client(server);

        var described = await Assert.ThrowsAsync<RequestRejectedException>(() => client.Parcels.GetAsync(cancellationToken: Token));
        var undescribed = await Assert.ThrowsAsync<RequestRejectedException>(() => client.Parcels.PostAsync(new Parcel(), cancellationToken: Token));

        Assert.Equal((409, body), (described.ResponseStatusCode, described.ResponseExcerpt));
        Assert.Equal((409, body), (undescribed.ResponseStatusCode, undescribed.ResponseExcerpt));
        Assert.Null(described.Error);
        Assert.True(described.ResponseHeaders.ContainsKey("Date"));
    }

    [Fact]
    public async Task An_object_of_which_the_document_says_nothing_is_on_the_exception()
    {
        await using var server = await StubServer.StartAsync(409, """{"code":"LOCKED"}""");
        var client = Client(server);

        var exception = await Assert.ThrowsAsync<RequestRejectedException>(() => client.Parcels.PostAsync(new Parcel(), cancellationToken: Token));

        Assert.Equal("""{"code":"LOCKED"}""", exception.ResponseExcerpt);
    }

    [Theory]
    [InlineData("""{"title":"Gone","detail":"parcel 7 is gone"}""", "Gone: parcel 7 is gone")]
    [InlineData("""{"title":"Gone"}""", "Gone")]
    [InlineData("""{"detail":"parcel 7 is gone"}""", "parcel 7 is gone")]
    [InlineData("""{"title":7,"detail":"parcel 7 is gone"}""", "parcel 7 is gone")]
    public async Task Problem_details_are_told_in_their_own_words(string body, string message)
    {
        await using var server = await StubServer.StartAsync(409, body, "application/problem+json");
        var client = Client(server);

        var exception = await Assert.ThrowsAsync<RequestRejectedException>(() => client.Parcels.GetAsync(cancellationToken: Token));

        Assert.Equal(message, Assert.IsType<Problem>(exception.Error).Message);
        Assert.Contains($"The API says: \"{message}\".", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.ResponseExcerpt);
    }

    [Fact]
    public async Task A_missing_precondition_is_no_conflict()
    {
        await using var server = await StubServer.StartAsync(428);
        var client = Client(server);

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => client.Parcels["1"].PutAsync(new Parcel(), ETag.Parse("\"v1\""), cancellationToken: Token));

        Assert.Contains("the precondition did not arrive, although If-Match \"v1\" was sent", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("was changed after", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w/\"v1\"")]
    [InlineData("\"v1")]
    public async Task An_etag_that_can_not_be_sent_back_is_told_from_none(string etag)
    {
        await using var server = await StubServer.StartAsync(200, "{}", headers: ("ETag", etag));
        var client = Client(server);

        var parcel = await client.Parcels["1"].GetAsync(cancellationToken: Token);

        Assert.False(parcel.HasETag);
        var exception = Assert.Throws<MissingETagException>(() => parcel.ETag);
        Assert.Contains($"carried an ETag that can't be sent back: {etag}.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public async Task An_etag_beyond_ascii_is_told_as_the_server_wrote_it(string encoding)
    {
        await using var server = await StubServer.StartAsync(http => StubServer.AnswerAsync(http, 200, "{}", headers: ("ETag", "\"ü\"")), System.Text.Encoding.GetEncoding(encoding));
        var client = Client(server);

        var parcel = await client.Parcels["1"].GetAsync(cancellationToken: Token);

        Assert.False(parcel.HasETag);
        var exception = Assert.Throws<MissingETagException>(() => parcel.ETag);
        Assert.Contains("carried an ETag that can't be sent back: \"ü\".", exception.Message, StringComparison.Ordinal);
    }

    private static Task Answer(Microsoft.AspNetCore.Http.HttpContext http, int status, string body, string contentType)
    {
        if (contentType.Length > 0)
        {
            return StubServer.AnswerAsync(http, status, body, contentType);
        }

        http.Response.StatusCode = status;
        return http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body)).AsTask();
    }

    private static ParcelsClient Client(StubServer server) =>
        OpenApiClient.Create<ParcelsClient>(new OpenApiClientOptions { BaseAddress = server.Address, MaxRetries = 0, Authentication = { AllowAnonymous = true } });
}
