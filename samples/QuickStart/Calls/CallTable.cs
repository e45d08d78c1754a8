using System.Globalization;
using System.Text;
using SieSmart.Runtime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace QuickStart.Calls;

/// <summary>The calls as a table that fits the console.</summary>
internal sealed class CallTable
{
    // Found by looking: a row of this API fits into these widths, with a trace id of 36 characters.
    private const int WidthForWholeETags = 170;
    private const int WidthForTraceIds = 120;
    private const int WidthOfFoldedPath = 29;
    private const int TailOfETag = 13;
    private const int ShortTailOfETag = 8;

    private readonly bool _hasWholeETags;
    private readonly bool _hasTraceIdColumn;

    private CallTable(int width)
    {
        _hasWholeETags = width >= WidthForWholeETags;
        _hasTraceIdColumn = width >= WidthForTraceIds;
    }

    /// <summary>The table.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="width">The console's width in characters.</param>
    public static IRenderable Of(IEnumerable<Call> calls, int width) => new CallTable(width).Build(calls);

    private IRenderable Build(IEnumerable<Call> calls)
    {
        var table = new Table().Border(TableBorder.None);
        table.AddColumns(Column("Verb"), Column("Path"), Column("Status"), Column("ETag in"), Column("ETag out"));
        if (_hasTraceIdColumn)
        {
            table.AddColumn(Column("Trace id"));
        }

        table.AddColumn(Column("ms").RightAligned().PadRight(0));
        foreach (var call in calls)
        {
            table.AddRow([.. Cells(call)]);
        }

        return _hasWholeETags
            ? table
            : new Rows(table, new Text("ETags are cut to their ends here. On the wire they go back byte for byte.", new Style(Color.Grey)));
    }

    private static TableColumn Column(string header) => new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))).NoWrap().PadLeft(0).PadRight(2);

    private IEnumerable<Markup> Cells(Call call)
    {
        var context = call.Context;
        yield return new Markup(call.Verb);
        yield return new Markup(PathOf(call));
        yield return new Markup(StatusOf(context));
        yield return new Markup(TextOf(context.SentETag));
        yield return new Markup(TextOf(context.ReceivedETag));
        if (_hasTraceIdColumn)
        {
            yield return new Markup(TraceIdOf(context));
        }

        yield return new Markup(context.Elapsed?.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) ?? string.Empty);
    }

    private string PathOf(Call call)
    {
        var path = Markup.Escape(_hasWholeETags ? call.Path : Fold(call.Path));
        return _hasTraceIdColumn ? path : $"{path}\n{TraceIdOf(call.Context)}";
    }

    private string TextOf(ETag etag)
    {
        var text = etag.ToString();
        var tail = _hasTraceIdColumn ? TailOfETag : ShortTailOfETag;
        return Markup.Escape(_hasWholeETags || text.Length <= tail ? text : $"…{text[^tail..]}");
    }

    private static string TraceIdOf(OperationContext context) => $"[grey]{Markup.Escape(context.TraceId ?? string.Empty)}[/]";

    private static string StatusOf(OperationContext context)
    {
        if (context.StatusCode is not { } status)
        {
            return "[red]none[/]";
        }

        var colour = (int)status < 300 ? "green" : "red";
        return $"[{colour}]{((int)status).ToString(CultureInfo.InvariantCulture)}[/]";
    }

    /// <summary>Breaks a long path before a slash, where a reader would.</summary>
    private static string Fold(string path)
    {
        var folded = new StringBuilder();
        var lineLength = 0;
        foreach (var segment in path.Split('/').Skip(1))
        {
            if (lineLength + segment.Length + 1 > WidthOfFoldedPath && lineLength > 0)
            {
                folded.Append('\n');
                lineLength = 0;
            }

            folded.Append('/').Append(segment);
            lineLength += segment.Length + 1;
        }

        return folded.ToString();
    }
}
