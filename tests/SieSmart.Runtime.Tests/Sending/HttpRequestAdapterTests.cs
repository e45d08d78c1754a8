using System.Net;
using System.Text;
using CsCheck;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SieSmart.Runtime.DirectJson;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests.Sending;

/// <summary>Kiota's own adapter says what is right.</summary>
public sealed class HttpRequestAdapterTests
{
    private const string Base = "https://api.example.test/v1";

    private static readonly string[] Templates =
    [
        "{+baseurl}/orders/{order%2Did}",
        "{+baseurl}/orders/{order%2Did}/items{?page,size*,%24filter}",
        "{+baseurl}/orders{?page*,size}",
        "{+baseurl}/orders?fixed=1{&page,size*}",
        "{+baseurl}/orders(id='{order%2Did}')/{page}",
        "{+baseurl}/files/{+page}",
        "{+baseurl}/orders/{order%2Did}{?missing}",
        "{+baseurl}/orders/{order%2Did,page}",
    ];

    private static readonly Gen<object> Scalars = Gen.OneOf(
        Gen.String.Select(value => (object)value),
        Gen.String[Gen.Char[" -~"], 0, 12].Select(value => (object)value),
        Const("", "a b", "100%", "%41", "%4", "%dE&B", "a/b?c#d", "ä€😀", "\ud800", "~_.-", "!*'();:@&=+$,/?#[]"),
        Gen.Int.Select(value => (object)value),
        Gen.Long.Select(value => (object)value),
        Gen.Bool.Select(value => (object)value),
        Gen.Guid.Select(value => (object)value),
        Gen.Double.Select(value => (object)value),
        Gen.Decimal.Select(value => (object)value),
        Gen.DateTimeOffset.Select(value => (object)value),
        Gen.Date.Select(date => (object)new Date(date)),
        Const(DayOfWeek.Monday, Method.PATCH, TimeSpan.FromMinutes(90)));

    private static readonly Gen<object> Values = Gen.OneOf(
        Scalars,
        Gen.String[0, 5].Array[0, 4].Select(value => (object)value),
        Scalars.Array[0, 4].Select(value => (object)value),
        Gen.Int.Array[1, 4].Select(value => (object)value),
        Gen.String[Gen.Char["a-c"], 0, 3].List[1, 3].Select(value => (object)value));

    [Fact]
    public void Addresses_are_those_of_Kiotas_adapter()
    {
        // The same in each run, so that a failure is the change's.
        var samples = Gen.Select(Gen.Int[0, Templates.Length - 1].Select(index => Templates[index]), Values, Values, Values, Values).Array[20_000].Single(_ => true, "0N0XIzNsQ0O2");

        Assert.All(samples, sample =>
        {
            var (template, id, page, size, filter) = sample;
            Assert.Equal(AddressOrFault(Kiota(), template, id, page, size, filter), AddressOrFault(Ours(), template, id, page, size, filter));
        });
    }

    [Fact]
    public void An_address_that_was_set_as_a_whole_stays_it_however_often_it_is_sent()
    {
        var adapter = Ours();
        var request = new RequestInformation(Method.GET, "{+baseurl}/orders", new Dictionary<string, object>(StringComparer.Ordinal)) { URI = new Uri("https://other.example.test/raw?x=1") };

        Assert.Equal("https://other.example.test/raw?x=1", Address(adapter, request));
        Assert.Equal("https://other.example.test/raw?x=1", Address(adapter, request));
        Assert.Empty(request.PathParameters);
    }

    [Fact]
    public void Sending_leaves_no_trace_in_the_parameters_which_builders_share()
    {
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal) { ["order%2Did"] = 42 };

        Address(Ours(), new RequestInformation(Method.GET, Templates[0], parameters));

        Assert.Equal(["order%2Did"], parameters.Keys);
    }

    [Fact]
    public async Task A_body_goes_out_once_with_its_length_and_can_be_sent_again()
    {
        var transport = new Transport(HttpStatusCode.NoContent);
        var adapter = new HttpRequestAdapter(new HttpClient(transport)) { BaseUrl = Base };
        var request = new RequestInformation(Method.PUT, Templates[0], new Dictionary<string, object>(StringComparer.Ordinal) { ["order%2Did"] = 42 });
        request.SetStreamContent(new MemoryStream(Encoding.UTF8.GetBytes("some text")), "text/plain");

        await adapter.SendNoContentAsync(request, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("some text", "some text", 9L, "text/plain"), (transport.First, transport.Again, transport.Length, transport.Type));
    }

    [Theory]
    [InlineData(404, "4XX")]
    [InlineData(404, "404")]
    [InlineData(503, "5XX")]
    [InlineData(409, "XXX")]
    public async Task A_failure_is_the_error_that_the_document_has_for_the_status(int status, string key)
    {
        var adapter = new HttpRequestAdapter(new HttpClient(new Transport((HttpStatusCode)status, """{"message":"no"}""")), new DirectJsonParseNodeFactory()) { BaseUrl = Base };
        var errors = new Dictionary<string, ParsableFactory<IParsable>>(StringComparer.Ordinal) { [key] = ApiError.Create, ["599"] = _ => throw new InvalidOperationException("Not this one.") };

        var error = await Assert.ThrowsAsync<ApiError>(() => adapter.SendNoContentAsync(Get(), errors, TestContext.Current.CancellationToken));

        Assert.Equal(status, error.ResponseStatusCode);
        Assert.Equal("yes", Assert.Single(error.ResponseHeaders["X-Seen"]));
    }

    /// <summary>They are copied at the first look, which many may take at once; afterwards they are a dictionary like Kiota's.</summary>
    [Fact]
    public async Task Headers_of_a_failure_are_read_by_many_at_once_and_can_be_added_to()
    {
        for (var time = 0; time < 50; time++)
        {
            var adapter = new HttpRequestAdapter(new HttpClient(new Transport(HttpStatusCode.Conflict, """{"message":"no"}""")), new DirectJsonParseNodeFactory()) { BaseUrl = Base };
            var errors = new Dictionary<string, ParsableFactory<IParsable>>(StringComparer.Ordinal) { ["409"] = ApiError.Create };
            var error = await Assert.ThrowsAsync<ApiError>(() => adapter.SendNoContentAsync(Get(), errors, TestContext.Current.CancellationToken));

            var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => error.ResponseHeaders["x-seen"].Single(), TestContext.Current.CancellationToken)));

            Assert.All(seen, value => Assert.Equal("yes", value));
            Assert.True(error.ResponseHeaders.TryGetValue("X-SEEN", out _));
            Assert.False(error.ResponseHeaders.TryGetValue("X-Other", out _));
            Assert.Throws<KeyNotFoundException>(() => error.ResponseHeaders["X-Other"]);
            error.ResponseHeaders.Add("X-Other", ["added"]);
            error.ResponseHeaders["X-Seen"] = ["again"];
            Assert.Equal(["X-Other: added", "X-Seen: again"], error.ResponseHeaders.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));
            Assert.True(error.ResponseHeaders.Remove("X-Other"));
            Assert.Equal(["X-Seen"], error.ResponseHeaders.Keys);
            error.ResponseHeaders.Clear();
            Assert.Empty(error.ResponseHeaders);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    public async Task An_error_that_cannot_be_read_still_tells_the_status(string body)
    {
        var adapter = new HttpRequestAdapter(new HttpClient(new Transport(HttpStatusCode.BadRequest, body)), new DirectJsonParseNodeFactory()) { BaseUrl = Base };
        var errors = new Dictionary<string, ParsableFactory<IParsable>>(StringComparer.Ordinal) { ["XXX"] = ApiError.Create };

        var error = await Assert.ThrowsAnyAsync<ApiException>(() => adapter.SendNoContentAsync(Get(), errors, TestContext.Current.CancellationToken));

        Assert.Equal(400, error.ResponseStatusCode);
    }

    [Fact]
    public async Task A_native_response_handler_gets_the_answer_as_it_is()
    {
        var adapter = new HttpRequestAdapter(new HttpClient(new Transport(HttpStatusCode.NotFound, "gone"))) { BaseUrl = Base };
        var handler = new NativeResponseHandler();
        var request = Get();
        request.SetResponseHandler(handler);

        await adapter.SendNoContentAsync(request, cancellationToken: TestContext.Current.CancellationToken);

        var response = Assert.IsType<HttpResponseMessage>(handler.Value);
        Assert.Equal("gone", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stream_is_handed_on_and_an_empty_one_is_none()
    {
        var adapter = new HttpRequestAdapter(new HttpClient(new Transport(HttpStatusCode.OK, "file"))) { BaseUrl = Base };
        var nothing = new HttpRequestAdapter(new HttpClient(new Transport(HttpStatusCode.OK, ""))) { BaseUrl = Base };

        await using var stream = await adapter.SendPrimitiveAsync<Stream>(Get(), cancellationToken: TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream!);

        Assert.Equal("file", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Null(await nothing.SendPrimitiveAsync<Stream>(Get(), cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_HttpClient_with_a_time_limit_bounds_the_reading_of_an_answer_too()
    {
        var adapter = new HttpRequestAdapter(new HttpClient(new Transport(HttpStatusCode.OK, new string('x', 1000))) { MaxResponseContentBufferSize = 100 }) { BaseUrl = Base };

        await Assert.ThrowsAsync<HttpRequestException>(() => adapter.SendPrimitiveAsync<string>(Get(), cancellationToken: TestContext.Current.CancellationToken));
    }

    private static Gen<object> Const(params object[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static RequestInformation Get() => new(Method.GET, Templates[0], new Dictionary<string, object>(StringComparer.Ordinal) { ["order%2Did"] = 42 });

    private static HttpRequestAdapter Ours() => new(new HttpClient()) { BaseUrl = Base };

    private static HttpClientRequestAdapter Kiota() => new(new AnonymousAuthenticationProvider(), httpClient: new HttpClient()) { BaseUrl = Base };

    private static string AddressOrFault(IRequestAdapter adapter, string template, object id, object page, object size, object filter)
    {
        var request = new RequestInformation(Method.GET, template, new Dictionary<string, object>(StringComparer.Ordinal) { ["order%2Did"] = id });
        if (template.Contains("{page}", StringComparison.Ordinal) || template.Contains("{+page}", StringComparison.Ordinal))
        {
            request.PathParameters["page"] = page;
        }
        else
        {
            request.QueryParameters["page"] = page;
        }

        request.QueryParameters["size"] = size;
        request.QueryParameters["%24filter"] = filter;
        try
        {
            return Address(adapter, request);
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    private static string Address(IRequestAdapter adapter, RequestInformation request) =>
        adapter.ConvertToNativeRequestAsync<HttpRequestMessage>(request).GetAwaiter().GetResult()!.RequestUri!.OriginalString;

    private sealed class Transport(HttpStatusCode status, string? body = null) : HttpMessageHandler
    {
        public string? First { get; private set; }

        public string? Again { get; private set; }

        public long? Length { get; private set; }

        public string? Type { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                Length = content.Headers.ContentLength;
                Type = content.Headers.ContentType?.ToString();
                First = await TextOfAsync(content, cancellationToken);
                Again = await TextOfAsync(content, cancellationToken);
            }

            var response = new HttpResponseMessage(status) { RequestMessage = request };
            response.Headers.Add("X-Seen", "yes");
            if (body is not null)
            {
                response.Content = new StringContent(body, Encoding.UTF8, "application/json");
            }

            return response;
        }

        private static async Task<string> TextOfAsync(HttpContent content, CancellationToken cancellationToken)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, cancellationToken);
            return Encoding.UTF8.GetString(copy.ToArray());
        }
    }
}
