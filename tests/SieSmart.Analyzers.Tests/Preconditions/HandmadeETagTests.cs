using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1004: a version that no server ever sent.</summary>
public sealed class HandmadeETagTests
{
    [Theory]
    [InlineData("var made = {|SIE1004:ETag.Parse(\"\\\"v1\\\"\")|};")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1004:ETag.Parse(\"v1\")|});")]
    [InlineData("if ({|SIE1004:ETag.TryParse(\"v1\", out var made)|}) { await client.Proposals[id].Customer.PutAsync(customer, made); }")]
    [InlineData("const string Text = \"v1\"; var made = {|SIE1004:ETag.Parse(Text)|};")]
    [InlineData("var made = {|SIE1004:ETag.Parse($\"\\\"{DateTime.UtcNow:O}\\\"\")|};")]
    [InlineData("var made = {|SIE1004:ETag.Parse(DateTimeOffset.UtcNow.ToString(\"O\", CultureInfo.InvariantCulture))|};")]
    [InlineData("var made = {|SIE1004:ETag.Parse(Guid.NewGuid().ToString(\"N\"))|};")]
    [InlineData("var made = {|SIE1004:ETag.Parse(\"\\\"\" + Guid.NewGuid() + \"\\\"\")|};")]
    [InlineData("var made = {|SIE1004:ETag.Parse(string.Format(CultureInfo.InvariantCulture, \"\\\"{0:O}\\\"\", DateTime.UtcNow))|};")]
    [InlineData("var made = {|SIE1004:ETag.Parse(string.Create(CultureInfo.InvariantCulture, $\"{DateTime.UtcNow:O}\"))|};")]
    [InlineData("var made = {|SIE1004:ETag.Parse(TimeProvider.System.GetUtcNow().ToString(\"O\"))|};")]
    [InlineData("var made = {|SIE1004:ETag.Parse($\"{DateTime.UtcNow.Ticks}\")|};")]
    [InlineData("DateTimeOffset updated = new(); var made = {|SIE1004:ETag.Parse(updated.ToString(\"O\").ToUpperInvariant())|};")]
    [InlineData("var text = \"\\\"v1\\\"\"; var made = {|SIE1004:ETag.Parse(text)|};")]
    [InlineData("var text = $\"\\\"{DateTime.UtcNow:O}\\\"\"; await client.Proposals[id].Customer.PutAsync(customer, {|SIE1004:ETag.Parse(text)|});")]
    [InlineData("var text = Guid.NewGuid().ToString(\"N\"); var made = {|SIE1004:ETag.Parse(\"\\\"\" + text + \"\\\"\")|};")]
    [InlineData("var text = Guid.NewGuid().ToString(); var quoted = $\"\\\"{text}\\\"\"; Func<ETag> make = () => {|SIE1004:ETag.Parse(quoted)|};")]
    public Task Reports_a_version_that_is_made_up(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("string stored = Console.ReadLine()!; var read = ETag.Parse(stored);")]
    [InlineData("string stored = Console.ReadLine()!; var read = ETag.Parse($\"\\\"{stored}\\\"\");")]
    [InlineData("string stored = Console.ReadLine()!; var read = ETag.Parse(\"W/\" + stored);")]
    [InlineData("var read = ETag.Parse(Environment.GetEnvironmentVariable(\"ETAG\") ?? throw new InvalidOperationException());")]
    [InlineData("var read = ETag.Parse(etag.ToString());")]
    [InlineData("var row = (Id: id, ETag: order.Note!); var read = ETag.Parse(row.ETag);")]
    [InlineData("if (etag == ETag.Parse(\"\\\"0\\\"\")) { return; }")]
    [InlineData("Console.WriteLine(ETag.Parse(\"v1\").IsWeak);")]
    [InlineData("var text = \"v1\"; if (order.Note is { } note) { text = note; } var read = ETag.Parse(text);")]
    [InlineData("var text = \"v1\"; Load(ref text); var read = ETag.Parse(text); void Load(ref string value) => value = order.Note!;")]
    [InlineData("var text = \"v1\"; text += order.Note; var read = ETag.Parse(text);")]
    [InlineData("var text = \"v1\"; (text, _) = (order.Note!, 1); var read = ETag.Parse(text);")]
    [InlineData("var prefix = \"W/\"; var read = ETag.Parse(prefix + order.Note);")]
    [InlineData("var text = order.Note!; var read = ETag.Parse(text);")]
    public Task Accepts_a_version_that_was_kept(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Fact]
    public async Task Lets_test_projects_make_versions_up() =>
        Assert.Empty(await Consumer.AnalyzeAsync(
            Consumer.Method("await client.Proposals[id].Customer.PutAsync(customer, ETag.Parse(\"v1\"));"),
            MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));
}
