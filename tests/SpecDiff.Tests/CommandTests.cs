using System.Diagnostics;
using System.Text.Json;
using SpecDiff.Tests.Cases;
using SpecDiff.Tests.Support;

namespace SpecDiff.Tests;

/// <summary>What the command tells people and scripts.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DocumentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Name two documents")]
    [InlineData("Name two documents", "one.yaml")]
    [InlineData("There is no option '--fast'", "one.yaml", "two.yaml", "--fast")]
    [InlineData("'--format' has no value", "one.yaml", "two.yaml", "--format")]
    [InlineData("It is one of Text, Json", "one.yaml", "two.yaml", "--format", "xml")]
    [InlineData("It is one of Required, Warn, None", "one.yaml", "two.yaml", "--preconditions", "no")]
    [InlineData("Check the path", "no/such/file.yaml", "two.yaml")]
    public void Refuses_what_makes_no_sense_and_says_what_to_do(string reason, params string[] arguments)
    {
        var result = DocumentFolder.Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("just words", "SIE2001")]
    [InlineData("openapi: 3.0.3\npaths:\n  /a:\n    get:\n      responses: { '200': { $ref: '#/nowhere' } }\n", ":")]
    public void Compares_nothing_if_a_document_is_not_sound(string text, string reason)
    {
        var result = _folder.Compare(ChangeCase.Orders, text);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("The new document", result.Errors, StringComparison.Ordinal);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_line_of_the_document_in_which_something_stands()
    {
        var after = ChangeCase.Orders.Replace("        placed: { type: string, format: date-time }\n", "", StringComparison.Ordinal).Replace("article: { type: string }", "article: { type: integer }", StringComparison.Ordinal);

        using var report = JsonDocument.Parse(_folder.Compare(ChangeCase.Orders, after).Output);

        var lines = report.RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("side").GetString() == "wire")
            .Select(finding => (Document: finding.GetProperty("document").GetString(), Line: finding.GetProperty("line").GetInt32()))
            .ToHashSet();
        Assert.Equal([("old", LineOf(ChangeCase.Orders, "placed:")), ("new", LineOf(after, "article:"))], lines);
    }

    [Fact]
    public void Colours_a_terminal_and_nothing_else()
    {
        var old = _folder.Write("old.yaml", ChangeCase.Orders);
        var now = _folder.Write("new.yaml", ChangeCase.Orders.Replace("default: 1", "default: 2", StringComparison.Ordinal));

        var coloured = DocumentFolder.Run(isTerminal: true, old, now);
        var plain = DocumentFolder.Run(isTerminal: false, old, now);

        Assert.Contains("\u001b[33m", coloured.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_nobody_sees_a_change()
    {
        var old = _folder.Write("old.yaml", ChangeCase.Orders);
        var now = _folder.Write("new.yaml", ChangeCase.Orders.Replace("title: Orders", "title: Orders, description: Ours", StringComparison.Ordinal));

        var result = DocumentFolder.Run(old, now);

        Assert.Equal(new CommandOutput(0, "Orders 1\nNo change that a caller or the wire sees.\n", ""), result);
    }

    [Theory]
    [InlineData("default: 1", "default: 1", 0)]
    [InlineData("default: 1", "default: 2", 1)]
    [InlineData("openapi: 3.0.3", "swagger: '2.0'", 2)]
    public async Task Ends_its_process_with_the_code_for_scripts(string from, string to, int code)
    {
        var old = _folder.Write("old.yaml", ChangeCase.Orders);
        var now = _folder.Write("new.yaml", ChangeCase.Orders.Replace(from, to, StringComparison.Ordinal));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "SpecDiff.dll"), old, now])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.True(process.ExitCode == code, $"It ended with {process.ExitCode}.\n{await output}{await errors}");
        Assert.DoesNotContain("\u001b", await output, StringComparison.Ordinal);
    }

    private static int LineOf(string text, string part) => text[..text.IndexOf(part, StringComparison.Ordinal)].Count(character => character == '\n') + 1;
}
