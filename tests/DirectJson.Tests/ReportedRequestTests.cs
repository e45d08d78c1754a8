using System.Reflection;
using System.Text;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Parity.Tests.Answers;
using Parity.Tests.Calls;
using Parity.Tests.Clients;
using SieSmart.Runtime;

namespace DirectJson.Tests;

/// <summary>Of the documents that people reported, each value of a request is sent as the document says, or the build tells at its line that it isn't.</summary>
public sealed class ReportedRequestTests
{
    [Theory]
    [InlineData("15-query-styles", "client.Catalog.GetAsync", "PageNumber=1 PageSize=5", "/catalog?page%5Bnumber%5D=1&page%5Bsize%5D=5")]
    [InlineData("15-query-styles", "client.Catalog.GetAsync", "PointX=1 PointY=-2", "/catalog?x=1&y=-2")]
    [InlineData("15-query-styles", "client.Catalog.GetAsync", "Ids=1,2", "/catalog?ids=1,2")]
    [InlineData("15-query-styles", "client.Catalog.GetAsync", "Tags=a,b", "/catalog?tags=a%7Cb")]
    [InlineData("15-query-styles", "client.Catalog.GetAsync", "Sort=a,b", "/catalog?sort%5B%5D=a&sort%5B%5D=b")]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", "Lasting=01:30:00", "/events?lasting=PT1H30M")]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", "From=09:08:07.25", "/events?from=09%3A08%3A07.25")]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", "On=2026-03-02", "/events?on=2026-03-02")]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", "At=2026-03-02T09:08:07+01:00", "/events?at=2026-03-02T09%3A08%3A07.0000000%2B01%3A00")]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", "Days=2026-03-02,2026-03-03", "/events?days=2026-03-02&days=2026-03-03")]
    [InlineData("30-swagger20-three-levels", "client.Growth.PostAsync", "Tag=a,b", "/growth?tag=a,b")]
    [InlineData("49-servers-and-parameters", "client.Rooms[Int32].EmptyPathSegment.GetAsync", "Lang=de Raw=x", "/?lang=de&raw=x")]
    public async Task A_query_is_sent(string document, string call, string query, string address)
    {
        var (_, sent) = await SentAsync(document, call, query: parameters => Set(parameters, query));

        Assert.Contains(address + "\n", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30-swagger20-three-levels", "client.Growth.PostAsync", "POST https://api.example.test/v1/growth\n")]
    [InlineData("49-servers-and-parameters", "client.Rooms[Int32].DeleteAsync", "DELETE https://eu.example.test/v2/rooms/")]
    [InlineData("35-media-types", "client.Profiles.PostAsync", "\nAccept: application/json;charset=utf-8\n")]
    [InlineData("35-media-types", "client.Profiles.PostAsync", "\nContent-Type: application/json\n")]
    [InlineData("35-media-types", "client.Vendor.GetAsync", "\nAccept: application/vnd.acme.v2+json\n")]
    [InlineData("35-media-types", "client.Raw.PatchAsync", "\nContent-Type: application/json-patch+json\n")]
    [InlineData("44-inline-schemas", "client.Orders.PostAsync", "\n\n{\"status\":\"new\"")]
    [InlineData("46-scalar-and-enum-bodies", "client.Set.PutAsync", "\n\n\"Unhealthy\"")]
    [InlineData("46-scalar-and-enum-bodies", "client.Text.PostAsync", "\n\n\"body")]
    public async Task A_request_has(string document, string call, string part)
    {
        var (_, sent) = await SentAsync(document, call);

        Assert.Contains(part, sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client.Uploads.PostAsync")]
    [InlineData("client.Avatars.PostAsync")]
    [InlineData("client.Merged.PostAsync")]
    public async Task Two_parts_of_one_name_are_two_files(string call)
    {
        var body = new MultipartBody();
        body.AddOrReplacePart("files", "application/octet-stream", "first"u8.ToArray(), "a.bin");
        body.AddOrReplacePart("files", "application/octet-stream", "second"u8.ToArray(), "b.bin");
        var (_, sent) = await SentAsync("19-multipart-many-files", call, body);

        Assert.Contains("name=\"files\"; filename=\"a.bin\"", sent, StringComparison.Ordinal);
        Assert.Contains("name=\"files\"; filename=\"b.bin\"", sent, StringComparison.Ordinal);
        Assert.Contains("first", sent, StringComparison.Ordinal);
        Assert.Contains("second", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_has_all_that_is_not_null()
    {
        var client = Client("20-form-urlencoded-arrays");
        var executor = client.Executors.Single();
        var body = JsonBody.Of(executor.BodyType!, """{"filters[made][]":[1,2],"tags":["a","b c"],"mode":"short-form","since":"2026-03-02","nested":{"a":"x","b":null}}""");
        var (_, sent) = await SentAsync("20-form-urlencoded-arrays", executor.Key.Split('(')[0], body);

        Assert.EndsWith("\n\nfilters%5Bmade%5D%5B%5D=1&filters%5Bmade%5D%5B%5D=2&mode=short-form&nested%5Ba%5D=x&since=2026-03-02&tags=a&tags=b%20c", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Warn")]
    [InlineData("Required")]
    public async Task A_read_of_what_has_not_changed_is_no_error(string mode)
    {
        var file = DocumentEquivalenceTests.DocumentOf("36-etags");
        var (sources, faults) = DirectClient.Generate(file.Text, file.Path, LanguageVersion.Latest, mode);
        var compiled = new CompiledClient(sources, faults);
        var read = ClientWalk.Executors(compiled).Values.Single(executor => executor.Key.StartsWith("client.Notes[String].GetAsync(", StringComparison.Ordinal));
        using var transport = new StubTransport(() => new HttpResponseMessage(System.Net.HttpStatusCode.NotModified) { Headers = { { "ETag", "\"v1\"" } } });
        using var http = new HttpClient(new OperationContextHandler("X-Trace") { InnerHandler = transport });

        var result = await read.CallAsync(new OperationRequestAdapter(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)), body: null, query: null);

        if (mode == "Required")
        {
            Assert.Equal("\"v1\"", Assert.IsType<Versioned>(result, exactMatch: false).ETag.ToString());
            Assert.True(((Versioned)result).IsNotModified);
            Assert.Null(result.GetType().GetProperty("Value")!.GetValue(result));
        }
        else
        {
            Assert.Null(result);
        }
    }

    [Fact]
    public void A_server_that_is_no_whole_address_asks_for_one()
    {
        using var transport = new StubTransport(() => throw new InvalidOperationException("Nothing is sent here."));

        var exception = Assert.Throws<InvalidOperationException>(() => Make(Client("50-yaml-oddities").Compiled.Root, transport.Adapter(address: null)));

        Assert.Contains("'/api/v3' in its document, which is no whole address. Set BaseUrl of the request adapter", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client.Pages.GetAsync", 503, "text/plain", "down until noon")]
    [InlineData("client.Pages.DeleteAsync", 502, "text/plain", "bad gateway")]
    [InlineData("client.Pages.PutAsync", 400, "application/json", "\"too long\"")]
    [InlineData("client.Pages.PutAsync", 500, "text/html", "<p>sorry</p>")]
    public async Task An_error_in_text_is_on_the_exception(string call, int status, string mediaType, string text)
    {
        var exception = await ErrorAsync("12-error-in-plain-text", call, status, mediaType, text);

        Assert.Equal((status, text), (exception.ResponseStatusCode, exception.ResponseExcerpt));
    }

    [Fact]
    public async Task An_enum_in_an_error_is_on_the_exception() =>
        Assert.Equal("so-so", (await ErrorAsync("46-scalar-and-enum-bodies", "client.Health.GetAsync", 503, "text/plain", "so-so")).ResponseExcerpt);

    [Theory]
    [InlineData("15-query-styles", "SIE2007", "filter")]
    [InlineData("34-json-schema-2020-keywords", "SIE2007", "prefixItems")]
    [InlineData("40-openapi-32", "SIE2007", "query:", "additionalOperations", "querystring", "itemSchema")]
    [InlineData("43-property-names", "SIE2007", "''")]
    [InlineData("44-inline-schemas", "SIE2007", "'201'")]
    [InlineData("49-servers-and-parameters", "SIE2007", "raw")]
    public void What_is_not_carried_is_told_at_its_line(string document, string rule, params string[] lines)
    {
        var text = DocumentEquivalenceTests.DocumentOf(document).Text;
        var told = Warnings(document);

        Assert.All(told, warning => Assert.Equal(rule, warning.Id));
        Assert.All(lines, line => Assert.Contains(told, warning => text.Split('\n')[warning.Location.GetLineSpan().StartLinePosition.Line].Contains(line, StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_name_that_is_changed_is_told()
    {
        var told = Warnings("52-schema-names-of-dotnet");

        Assert.NotEmpty(told);
        Assert.All(told, warning => Assert.Equal("SIE2008", warning.Id));
        Assert.All(
            Client("52-schema-names-of-dotnet").Compiled.Assembly.GetTypes().Where(type => type.Name.EndsWith("Object", StringComparison.Ordinal) && type.Name.Length > "Object".Length),
            type => Assert.Contains(told, warning => warning.GetMessage(null).Contains(type.Name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("01-union-beside-dotted-child")]
    [InlineData("03-defaults-of-every-kind")]
    [InlineData("06-discriminator-two-levels-up")]
    [InlineData("09-oneof-list-or-object")]
    [InlineData("17-discriminator-written")]
    [InlineData("19-multipart-many-files")]
    [InlineData("20-form-urlencoded-arrays")]
    [InlineData("23-dates-times-durations")]
    [InlineData("29-numbers-and-null-items")]
    [InlineData("30-swagger20-three-levels")]
    [InlineData("35-media-types")]
    [InlineData("36-etags")]
    [InlineData("42-unions-without-discriminator")]
    [InlineData("50-yaml-oddities")]
    [InlineData("51-problem-details")]
    public void Where_all_is_carried_nothing_is_told(string document) => Assert.Empty(Warnings(document));

    private static object? Make(Type type, IRequestAdapter adapter) =>
        Activator.CreateInstance(type, BindingFlags.DoNotWrapExceptions, binder: null, [adapter], culture: null);

    private static DirectClient Client(string document) => DirectClient.Of(DocumentEquivalenceTests.DocumentOf(document));

    private static List<Diagnostic> Warnings(string document)
    {
        var file = DocumentEquivalenceTests.DocumentOf(document);
        return [.. DirectClient.Run(file.Text, file.Path, LanguageVersion.Latest, mode: "None", directJson: null).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    private static async Task<(object? Result, string Sent)> SentAsync(string document, string call, object? body = null, Action<object>? query = null)
    {
        var client = Client(document);
        var executor = client.Executors.Single(executor => executor.Key.StartsWith(call + "(", StringComparison.Ordinal));
        using var transport = new StubTransport(() => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        body ??= executor.BodyType is { } type ? client.Samples.Bodies(type).First() : null;
        var result = await executor.CallAsync(JsonEngines.Adapter(JsonEngine.Direct, transport, client.Address), body, query);
        return (result, transport.Sent!);
    }

    private static async Task<SieSmartException> ErrorAsync(string document, string call, int status, string mediaType, string text)
    {
        var client = Client(document);
        var executor = client.Executors.Single(executor => executor.Key.StartsWith(call + "(", StringComparison.Ordinal));
        using var transport = new StubTransport(new AnswerCase("", status, mediaType, Encoding.UTF8.GetBytes(text)).ToMessage);
        using var http = new HttpClient(new OperationContextHandler("X-Trace") { InnerHandler = transport });
        var adapter = new OperationRequestAdapter(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http));
        if (client.Address is not null)
        {
            adapter.BaseUrl = client.Address;
        }

        var body = executor.BodyType is { } type ? client.Samples.Bodies(type).First() : null;
        return await Assert.ThrowsAnyAsync<SieSmartException>(() => executor.CallAsync(adapter, body, query: null));
    }

    private static void Set(object parameters, string query)
    {
        foreach (var pair in query.Split(' ').Select(pair => pair.Split('=')))
        {
            var property = parameters.GetType().GetProperty(pair[0], BindingFlags.Public | BindingFlags.Instance)!;
            property.SetValue(parameters, QueryValue.Of(property.PropertyType, pair[1]));
        }
    }
}
