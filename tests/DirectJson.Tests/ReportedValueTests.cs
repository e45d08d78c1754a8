using System.Text;
using System.Text.Json.Nodes;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions.Serialization;
using Parity.Tests.Answers;
using Parity.Tests.Calls;

namespace DirectJson.Tests;

/// <summary>Of the documents that people reported, each value is carried: an answer that is read and written again is the same.</summary>
public sealed class ReportedValueTests
{
    [Theory]
    [InlineData("01-union-beside-dotted-child", "client.Badges.GetAsync", """{"colour":{"rgb":"f00"},"shape":{"radius":3}}""")]
    [InlineData("01-union-beside-dotted-child", "client.Badges.GetAsync", """{"shape":{"width":3}}""")]
    [InlineData("01-union-beside-dotted-child", "client.Badges.GetAsync", """{"shape":{"corners":4}}""")]
    [InlineData("06-discriminator-two-levels-up", "client.Results.GetAsync", """{"result":{"$type":"fail","at":"noon","reason":"late"},"item":{"reason":"late","$type":"fail"}}""")]
    [InlineData("06-discriminator-two-levels-up", "client.Results.GetAsync", """{"result":{"$type":"pass","score":7},"item":{"score":7,"$type":"pass"}}""")]
    [InlineData("09-oneof-list-or-object", "client.Searches.GetAsync", """{"details":[{"text":"a"},null],"value":"a"}""")]
    [InlineData("09-oneof-list-or-object", "client.Searches.GetAsync", """{"details":{"text":"a"},"value":1.5}""")]
    [InlineData("09-oneof-list-or-object", "client.Searches.GetAsync", """{"details":"none","value":true}""")]
    [InlineData("09-oneof-list-or-object", "client.Searches.GetAsync", """{"details":[],"value":["a","b"]}""")]
    [InlineData("17-discriminator-written", "client.Zoo.PostAsync", """[{"kind":"lion","name":"Leo","mane":true},{"kind":"bird","wings":2},{"kind":"beast"},{"kind":"yeti","size":9},null]""")]
    [InlineData("21-odd-enum-values", "client.Devices.GetAsync", """{"state":"standby","symbol":"","cooking":"A/B","level":-1,"ratio":0.5,"yes":"null"}""")]
    [InlineData("21-odd-enum-values", "client.Devices.GetAsync", """{"state":"on","symbol":"<=","cooking":"a/b","yes":"class"}""")]
    [InlineData("21-odd-enum-values", "client.Devices.GetAsync", """{"symbol":" ","cooking":"Größe","yes":"default"}""")]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", """{"at":"0001-01-01T00:00:00+00:00","on":"0001-01-01","from":"09:08:07.25","lasting":"PT1H30M","days":["2026-03-02",null]}""")]
    [InlineData("29-numbers-and-null-items", "client.Stock.PostAsync", """{"big":9223372036854775807,"unsigned":18446744073709551615,"tiny":-128,"byte":255,"price":12345678901234567890.125,"plain":0.1,"dbl":1.5,"money":"12.50","nullableItems":[1,null,2],"nullableDates":["2026-03-02",null],"nullableNames":["a",null]}""")]
    [InlineData("30-swagger20-three-levels", "client.Growth.PostAsync", """{"kind":"PercentSeries","base":1.5,"step":2,"percent":3}""")]
    [InlineData("30-swagger20-three-levels", "client.Growth.PostAsync", """{"kind":"Series","base":1.5,"step":2}""")]
    [InlineData("34-json-schema-2020-keywords", "client.Maps.PostAsync", """{"byKey":{"x-a":"1","other":2},"pair":["a",1],"picture":"AAEC","always":{"any":[1,null]},"ranged":1,"either":{"a":1,"b":"c"},"tree":{"leaf":{"v":1},"kids":[{"leaf":{"v":2},"kids":[]}]}}""")]
    [InlineData("36-etags", "client.Notes[String].GetAsync", """{"text":"a","@odata.etag":"W/\"1\""}""")]
    [InlineData("42-unions-without-discriminator", "client.Bikes.GetAsync", """{"gears":7,"name":"Rad"}""")]
    [InlineData("42-unions-without-discriminator", "client.Bikes.GetAsync", """{"seats":2,"name":"Rad"}""")]
    [InlineData("42-unions-without-discriminator", "client.Bikes.GetAsync", """{"wheels":5}""")]
    [InlineData("42-unions-without-discriminator", "client.Bikes.PostAsync", """[{"gears":7},{"seats":2},{"wheels":5},null]""")]
    [InlineData("43-property-names", "client.Persons.GetAsync", """{"name":"a","Name":"b","person":"c","first-name":"d","first_name":"e","firstName":"f","":"g","123":"h","@id":"i","a b":"j","'quoted\"":"k","über":"l","日本":"m","toString":"n","getType":"o","serialize":"p","event":"q","$":"r"}""")]
    [InlineData("44-inline-schemas", "client.Orders.GetAsync", """{"status":{"code":"a"},"data":[{"status":"b"},{"status":"z"}]}""")]
    [InlineData("46-scalar-and-enum-bodies", "client.Map.GetAsync", """{"a":1,"b":null}""")]
    [InlineData("50-yaml-oddities", "client.Lists.GetAsync", """{"total":1,"flags":{"yes":"a","no":"b","on":"c","null":"d","1":"e","1.5":"f","true":"g"}}""")]
    [InlineData("51-problem-details", "client.Invoices[String].GetAsync", """{"lines":[{"qty":1},null],"total":1.5}""")]
    [InlineData("52-schema-names-of-dotnet", "client.Models[Date].GetAsync", """{"d":{"year":2026},"g":{"v":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"},"s":{"v":"a"},"e":"new","u":{"v":"https://example.test"},"t":{"type":{"type":{}}},"x":{"any":"b"},"id":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9","on":"2026-03-02","lasts":"P1D"}""")]
    [InlineData("52-schema-names-of-dotnet", "client.Global.Nullable.GetAsync", """{"object":{"object":{}},"Models":{"list":[{"items":["a"]}]}}""")]
    public async Task Comes_back_equal(string document, string call, string json)
    {
        var written = (await AnswerAsync(document, call, json)).Written(JsonEngine.Direct);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
    }

    [Theory]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", """{"at":"2026-03-02T09:08:07","lasting":"P4W","from":"09:08:07"}""", """{"at":"2026-03-02T09:08:07+00:00","lasting":"P28D","from":"09:08:07"}""")]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", """{"lasting":"01:30:00"}""", """{"lasting":"PT1H30M"}""")]
    [InlineData("29-numbers-and-null-items", "client.Stock.PostAsync", """{"big":1e2,"tiny":1.0,"byte":2.5E1}""", """{"big":100,"tiny":1,"byte":25}""")]
    [InlineData("03-defaults-of-every-kind", "client.Leases.PostAsync", "{}", """{"signedAt":"1900-01-01T00:00:00+00:00","startsOn":"1900-01-01","officeId":"00000000-0000-0000-0000-000000000000","opensAt":"08:30:00","notice":"P1D","rate":1,"price":1.5,"months":36,"share":0.25,"renewable":true,"colour":"red \"ish\" \\ blue","state":"not yet","secret":"AAEC"}""")]
    public async Task Comes_back_in_the_form_of_its_type(string document, string call, string json, string expected)
    {
        var written = (await AnswerAsync(document, call, json)).Written(JsonEngine.Direct);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written)), written);
    }

    [Theory]
    [InlineData("client.Count.GetAsync", "9007199254740993", "Int64 9007199254740993")]
    [InlineData("client.Flag.GetAsync", "true", "Boolean True")]
    [InlineData("client.Day.GetAsync", "\"2026-03-02\"", "Date 2026-03-02")]
    [InlineData("client.Price.GetAsync", "12.50", "Decimal 12.50")]
    [InlineData("client.Text.PostAsync", "\"null\"", "\"null\"")]
    [InlineData("client.Names.GetAsync", "[\"a\",null]", "[\"a\", null]")]
    [InlineData("client.Health.PostAsync", "\"so-so\"", "Health SoSo")]
    public async Task A_scalar_body_is_read(string call, string json, string expected) =>
        Assert.Equal(expected, (await AnswerAsync("46-scalar-and-enum-bodies", call, json)).Text);

    [Theory]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", """{"at":"02.01.2026"}""", "$.at")]
    [InlineData("23-dates-times-durations", "client.Events.PostAsync", """{"lasting":"P1Y2M"}""", "$.lasting")]
    [InlineData("29-numbers-and-null-items", "client.Stock.PostAsync", """{"price":"12.50"}""", "$.price")]
    [InlineData("29-numbers-and-null-items", "client.Stock.PostAsync", """{"nullableItems":[1,"2"]}""", "$.nullableItems[1]")]
    [InlineData("42-unions-without-discriminator", "client.Bikes.PostAsync", "{}", "$")]
    [InlineData("46-scalar-and-enum-bodies", "client.Names.GetAsync", "\"a\"", "$")]
    public async Task What_is_wrong_is_told_with_its_path(string document, string call, string json, string path)
    {
        var outcome = await AnswerAsync(document, call, json);

        Assert.True(outcome.IsUnreadable, outcome.Text);
        Assert.StartsWith(path + ": ", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discriminator_two_levels_up_gives_the_class()
    {
        var report = (await AnswerAsync("06-discriminator-two-levels-up", "client.Results.GetAsync", """{"result":{"$type":"fail"},"item":{"$type":"fail"}}""")).Value!;

        foreach (var property in new[] { "Result", "Item" })
        {
            var union = report.GetType().GetProperty(property)!.GetValue(report)!;
            Assert.NotNull(union.GetType().GetProperty("FailResult")!.GetValue(union));
            Assert.Null(union.GetType().GetProperty("PassResult")!.GetValue(union));
        }
    }

    [Fact]
    public void A_discriminator_is_written_although_nobody_set_it()
    {
        var lion = New("17-discriminator-written", "Lion");
        lion.GetType().GetProperty("Mane")!.SetValue(lion, true);

        Assert.Equal("""{"kind":"lion","mane":true}""", JsonEngines.Written(JsonEngine.Direct, lion));

        lion.GetType().GetProperty("Kind")!.SetValue(lion, "liger");
        Assert.Equal("""{"kind":"liger","mane":true}""", JsonEngines.Written(JsonEngine.Direct, lion));
    }

    [Fact]
    public async Task Errors_of_problem_details_are_read()
    {
        var outcome = await AnswerAsync("51-problem-details", "client.Invoices[String].GetAsync", """{"title":"Gone","detail":"invoice 7 is gone","status":422,"errors":{"id":["no number"]}}""", 422, "application/problem+json");

        Assert.Contains("message 'Gone: invoice 7 is gone'", outcome.Text, StringComparison.Ordinal);
        Assert.Contains("no number", JsonEngines.Written(JsonEngine.Direct, (IParsable)outcome.Value!), StringComparison.Ordinal);
    }

    private static IParsable New(string document, string model) =>
        (IParsable)Activator.CreateInstance(DirectClient.Of(DocumentEquivalenceTests.DocumentOf(document)).Compiled.Assembly.GetType("Api.Models." + model)!)!;

    private static async Task<Outcome> AnswerAsync(string document, string call, string json, int status = 200, string mediaType = "application/json")
    {
        var client = DirectClient.Of(DocumentEquivalenceTests.DocumentOf(document));
        var executor = client.Executors.Single(executor => executor.Key.StartsWith(call + "(", StringComparison.Ordinal));
        var answer = new AnswerCase("", status, mediaType, Encoding.UTF8.GetBytes(json));
        using var transport = new StubTransport(answer.ToMessage);
        var body = executor.BodyType is { } type ? client.Samples.Bodies(type).First() : null;
        return await Outcome.OfAsync(() => executor.CallAsync(JsonEngines.Adapter(JsonEngine.Direct, transport, client.Address), body, query: null));
    }
}
