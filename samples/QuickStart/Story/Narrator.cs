using System.Globalization;
using QuickStart.Calls;
using QuickStart.Connection;
using SieSmart.Runtime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace QuickStart.Story;

/// <summary>Tells what happens, for a person or for a log.</summary>
internal sealed class Narrator(IAnsiConsole console)
{
    private const int Indent = 3;
    private const int WidthOfText = 110;

    private int _chapter;

    public void Introduce(SieSmartConnection connection)
    {
        console.MarkupLine("[bold]SieSmart quick start[/]: a proposal through its life, a colleague's conflicting change included.");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{connection.Description}");
    }

    public void Chapter(string title)
    {
        _chapter++;
        console.WriteLine();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold blue]{_chapter}. {title}[/]");
    }

    public void Say(FormattableString sentence) => console.Write(Indented(Markup.FromInterpolated(CultureInfo.InvariantCulture, sentence)));

    /// <summary>Shows a rejected write: what happened, what to do and the trace id are in its message.</summary>
    public void Show(PreconditionFailedException conflict) => console.Write(PanelOf("Rejected", conflict.Message, Color.Yellow));

    /// <summary>Shows why the run ended early, and the last request's trace id if the message has none.</summary>
    public void Show(Exception failure, CallLog calls)
    {
        var message = failure is OperationCanceledException ? "Cancelled." : failure.Message;
        var traceId = calls.LastOrDefault()?.Context.TraceId;
        var trace = traceId is null || message.Contains(traceId, StringComparison.Ordinal) ? string.Empty : $"\n\nTrace id of the last call: {traceId}";
        console.WriteLine();
        console.Write(PanelOf("Failed", message + trace, Color.Red));
    }

    /// <summary>Shows that something takes its time.</summary>
    public Task<T> SpinAsync<T>(FormattableString what, Func<Task<T>> work)
    {
        if (console.Profile.Capabilities.Interactive)
        {
            return console.Status().StartAsync(Markup.Escape(FormattableString.Invariant(what)), _ => work());
        }

        Say(what);
        return work();
    }

    public void Show(CallLog calls)
    {
        if (calls.Count > 0)
        {
            console.WriteLine();
            console.Write(new Rule("[bold]Calls[/]").LeftJustified().RuleStyle(Style.Parse("blue")));
            console.Write(CallTable.Of(calls, console.Profile.Width));
        }
    }

    public void Finish(CallLog calls)
    {
        var rejected = calls.Count(call => (int?)call.Context.StatusCode == 412);
        console.WriteLine();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold green]Done.[/] {calls.Count} calls, {rejected} of them rejected, and nobody's change was overwritten.");
    }

    private Grid PanelOf(string header, string text, Color colour)
    {
        var width = Math.Min(console.Profile.Width - Indent, WidthOfText);
        return new Grid()
            .AddColumn(new GridColumn().Width(width).Padding(Indent, 0, 0, 0))
            .AddRow(new Panel(new Text(text)).Header($" {header} ").BorderColor(colour).RoundedBorder());
    }

    private static Padder Indented(IRenderable text) => new(text, new Padding(Indent, 0, 0, 0));
}
