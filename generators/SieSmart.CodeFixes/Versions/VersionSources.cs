using Microsoft.CodeAnalysis;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Versions;

/// <summary>Finds calls that return, or could return, the version that another call needs.</summary>
internal sealed class VersionSources(BoundDocument document, OperationCall call)
{
    private readonly OperationCallReader _calls = new(document);
    private readonly VersionOrigins _origins = new(document, call);

    /// <summary>The calls before it whose version would be of the right resource, the nearest first.</summary>
    public IEnumerable<OperationCall> All() =>
        _calls.ReadAll(call.Syntax.Body())
            .Where(source => source.Description.ReturnsVersion
                && source.Syntax.Precedes(call.Syntax)
                && source.Syntax.Span.End <= call.Syntax.SpanStart
                && _origins.MatchCall(source) == VersionMatch.Certain)
            .Reverse();

    /// <summary>The guarded writes since a place that were given a version, so that it is no longer current.</summary>
    public IEnumerable<OperationCall> Spending(VersionInScope version)
    {
        var values = new SameValue(document);
        return _calls.ReadAll(call.Syntax.Body())
            .Where(write => write.Description.SendsGuardedWrite
                && write.Syntax.SpanStart > version.Since.SpanStart
                && write.Syntax.Span.End <= call.Syntax.SpanStart
                && write.ETag is { } etag
                && string.Equals(etag.Bare().ToString(), version.Text, StringComparison.Ordinal)
                && string.Equals(write.Description.Scope, call.Description.Scope, StringComparison.Ordinal)
                && values.AreSame(write.Resource, call.Resource, call.Description.Scope));
    }
}
