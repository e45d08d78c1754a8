using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using SpecDiff.Tests.Cases;
using SpecDiff.Tests.Support;
using TestSupport;

namespace SpecDiff.Tests;

/// <summary>What the command tells people and scripts.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DocumentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Required argument 'OLD' missing")]
    [InlineData("Required argument 'NEW' missing", "one.yaml")]
    [InlineData("Unrecognized command or argument 'three.yaml'", "one.yaml", "two.yaml", "three.yaml")]
    [InlineData("Unrecognized command or argument '--fast'", "one.yaml", "two.yaml", "--fast")]
    [InlineData("There is no option '--fast'", "--fast", "one.yaml", "two.yaml")]
    [InlineData("Did you mean one of the following?\n--format\n", "one.yaml", "two.yaml", "--formt", "json")]
    [InlineData("Required argument missing for option: '--format'", "one.yaml", "two.yaml", "--format")]
    [InlineData("--format is one of text, json, markdown, not 'xml'", "one.yaml", "two.yaml", "--format", "xml")]
    [InlineData("--preconditions is one of Required, Warn, None, not 'no'", "one.yaml", "two.yaml", "--preconditions", "no")]
    [InlineData("--precondition-rule is one of All, Declared, not 'some'", "one.yaml", "two.yaml", "--precondition-rule", "some")]
    public void Refuses_what_makes_no_sense_and_says_what_to_do(string reason, params string[] arguments)
    {
        var result = DocumentFolder.Run(arguments);

        Assert.Equal(64, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Check the path", "no/such/file.yaml", "two.yaml")]
    [InlineData("Check the path behind --project", "one.yaml", "--project", "no/such/project.csproj")]
    public void Compares_nothing_that_is_not_there(string reason, params string[] arguments)
    {
        var result = DocumentFolder.Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_its_options_with_their_defaults_and_says_what_its_exit_codes_mean()
    {
        var help = DocumentFolder.Run("--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Contains("<OLD> [<NEW>] [options]", help.Output, StringComparison.Ordinal);
        Assert.Matches(@"--format <text\|json\|markdown> .*default", help.Output);
        Assert.Matches(@"--preconditions <Required\|Warn\|None> .*\[default: Required\]", help.Output);
        Assert.Matches(@"--exclude-paths <patterns> .*semicolons", help.Output);
        Assert.Contains("with 2 if nothing could be compared", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_all_that_an_item_can_say()
    {
        var help = DocumentFolder.Run("--help").Output;
        var metadata = XDocument.Parse(RepositoryFiles.Read("generators/SieSmart.Generators/build/SieSmart.Generators.props"))
            .Descendants("CompilerVisibleItemMetadata")
            .Select(item => item.Attribute("MetadataName")!.Value)
            .Where(name => name is not ("SourceItemGroup" or "ProjectFolder"));

        Assert.DoesNotContain(metadata, name => !help.Contains($" --{string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? "-" + letter : letter.ToString())).ToLowerInvariant()} <", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("just words", "SIE2001")]
    [InlineData("openapi: 3.0.3\npaths:\n  /a:\n    get:\n      responses: { '200': { $ref: '#/nowhere' } }\n", "SIE2002: '$ref: #/nowhere'")]
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
    public void Writes_for_a_pull_request()
    {
        var old = _folder.Write("old.yaml", ChangeCase.Orders);
        var now = _folder.Write("new.yaml", ChangeCase.Orders
            .Replace("version: '1'", "version: '2'", StringComparison.Ordinal)
            .Replace("default: 1", "default: 2", StringComparison.Ordinal)
            .Replace("        text: { type: string }\n", "        text: { type: string }\n        '@all<b>': { type: string }\n", StringComparison.Ordinal));

        var result = DocumentFolder.Run(old, now, "--format", "markdown");

        Assert.Equal("", result.Errors);
        Assert.StartsWith(
            """
            ## Orders 1 -\> 2

            **0 breaking, 1 dangerous, 3 safe**

            ### Dangerous: all compiles, and means something else

            `schema Line` (new line 72)

            - **wire** 'Line.count' has another default. `default-changed`
              - was: `1`
              - is: `2`
              - do: Check what you leave out.

            <details><summary>Safe (3)</summary>

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Contains("'Note.@\u200ball\\<b\\>' may be sent", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n</details>\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_for_a_pull_request_when_nobody_sees_a_change()
    {
        var path = _folder.Write("same.yaml", ChangeCase.Orders);

        Assert.Equal(new CommandOutput(0, "## Orders 1\n\nNo change that a caller or the wire sees.\n", ""), DocumentFolder.Run(path, path, "--format", "markdown"));
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
