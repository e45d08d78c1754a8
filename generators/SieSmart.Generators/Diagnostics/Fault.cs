using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SieSmart.Generators.Model;
using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Diagnostics;

/// <summary>Something wrong at a place in a document; comparable, unlike a diagnostic.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="FilePath">The document.</param>
/// <param name="Position">Where in it.</param>
/// <param name="Arguments">What the rule's message names.</param>
internal sealed record Fault(DiagnosticDescriptor Rule, string FilePath, TextPosition Position, EquatableArray<string> Arguments)
{
    /// <summary>How severe it is.</summary>
    public DiagnosticSeverity Severity { get; init; } = Rule.DefaultSeverity;

    /// <summary>With which way to read JSON it is one: true for direct JSON, false for Kiota's; null for both.</summary>
    public bool? OfDirectJson { get; init; }

    /// <summary>Whether it is one in a client.</summary>
    /// <param name="hasDirectJson">Whether the client reads JSON directly.</param>
    public bool Counts(bool hasDirectJson) => OfDirectJson is null || OfDirectJson == hasDirectJson;

    /// <summary>The fault as the compiler reports it.</summary>
    public Diagnostic ToDiagnostic()
    {
        var start = new LinePosition(Position.Line, Position.Column);
        var location = Location.Create(FilePath, default, new LinePositionSpan(start, start));
        return Diagnostic.Create(Rule, location, Severity, additionalLocations: null, properties: null, Arguments.Cast<object>().ToArray());
    }
}
