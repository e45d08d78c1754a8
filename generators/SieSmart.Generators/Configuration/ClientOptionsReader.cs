using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Configuration;

/// <summary>Reads the metadata of an OpenApiClient item.</summary>
internal sealed class ClientOptionsReader(AnalyzerConfigOptions metadata, FaultList faults)
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    private bool _isValid = true;

    /// <summary>Whether an additional file is an OpenApiClient item.</summary>
    public static bool IsClient(AnalyzerConfigOptions metadata) => GroupOf(metadata) is "OpenApiClient";

    /// <summary>Whether an additional file is an OpenApiClient item, or an OpenApiDocument item to which others refer.</summary>
    public static bool IsDocument(AnalyzerConfigOptions metadata) => GroupOf(metadata) is "OpenApiClient" or "OpenApiDocument";

    /// <summary>Whether an additional file is an overlay that an OpenApiClient item names.</summary>
    public static bool IsOverlay(AnalyzerConfigOptions metadata) => GroupOf(metadata) is "OpenApiOverlay";

    /// <summary>Reads the metadata; null, and the reason among the faults, if it makes no sense.</summary>
    public ClientOptions? Read()
    {
        var options = new ClientOptions(
            Name("ClientName", "ApiClient", @"^[\p{L}_][\p{L}\p{N}_]*$", "A client's name is a C# identifier."),
            Name("Namespace", "ApiSdk", @"^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$", "A namespace is C# identifiers joined by dots."),
            Choice("Engine", ClientEngine.BuiltIn),
            Choice("Preconditions", PreconditionMode.Required),
            Value("PreconditionRule") is null ? null : Choice("PreconditionRule", PreconditionRule.All),
            List("PreconditionExempt").Select(NormalizeOperation).ToEquatableArray(),
            Value("VersionScope"),
            Choice("ProvenanceDefault", Provenance.Documented),
            new PathFilter(List("IncludePaths").ToEquatableArray(), List("ExcludePaths").ToEquatableArray()),
            Name("Accessibility", "public", "^(public|internal)$", "It is 'public' or 'internal'."),
            Flag("BackwardCompatible", fallback: false),
            Value("DirectJson") is null ? null : Flag("DirectJson", fallback: true),
            Flag("Registration", fallback: true),
            Value("TraceIdHeader"),
            List("Overlay").Select(path => RelativePaths.ResolveIn(Value("ProjectFolder") ?? "", path)).ToEquatableArray(),
            Severities().ToEquatableArray());
        return _isValid ? options : null;
    }

    /// <summary>
    /// What <c>openapi_diagnostic.SIE2012.severity</c> says in a section of <c>.editorconfig</c> that fits the document. The
    /// compiler reads <c>dotnet_diagnostic</c> for C# files alone.
    /// </summary>
    private IEnumerable<RuleSeverity> Severities()
    {
        foreach (var rule in DiagnosticRules.All.Where(rule => rule.DefaultSeverity != DiagnosticSeverity.Error))
        {
            var key = $"openapi_diagnostic.{rule.Id}.severity";
            if (!metadata.TryGetValue(key, out var value))
            {
                continue;
            }

            switch (value.Trim().ToLowerInvariant())
            {
                case "none":
                    yield return new RuleSeverity(rule.Id, Severity: null);
                    break;
                case "silent":
                    yield return new RuleSeverity(rule.Id, DiagnosticSeverity.Hidden);
                    break;
                case "suggestion":
                    yield return new RuleSeverity(rule.Id, DiagnosticSeverity.Info);
                    break;
                case "warning":
                    yield return new RuleSeverity(rule.Id, DiagnosticSeverity.Warning);
                    break;
                case "error":
                    yield return new RuleSeverity(rule.Id, DiagnosticSeverity.Error);
                    break;
                default:
                    Invalid(key, value, "It is none, silent, suggestion, warning or error.", fallback: 0);
                    break;
            }
        }
    }

    private static string? GroupOf(AnalyzerConfigOptions metadata) =>
        metadata.TryGetValue(Prefix + "SourceItemGroup", out var group) ? group : null;

    private string? Value(string name) =>
        metadata.TryGetValue(Prefix + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    // The targets turn the semicolons of MSBuild into bars: a semicolon would begin a comment in the file that brings the metadata here.
    private string[] List(string name) =>
        (Value(name) ?? "").Split(['|', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(item => item.Trim()).Where(item => item.Length > 0).ToArray();

    private string Name(string name, string fallback, string pattern, string rule)
    {
        var value = Value(name) ?? fallback;
        return Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout) ? value : Invalid(name, value, rule, fallback);
    }

    private bool Flag(string name, bool fallback)
    {
        var value = Value(name);
        return value is null ? fallback
            : bool.TryParse(value, out var flag) ? flag
            : Invalid(name, value, "It is true or false.", fallback);
    }

    private T Choice<T>(string name, T fallback)
        where T : struct, Enum
    {
        var value = Value(name);
        var match = Enum.GetNames(typeof(T)).FirstOrDefault(choice => string.Equals(choice, value, StringComparison.OrdinalIgnoreCase));
        return value is null ? fallback
            : match is not null ? (T)Enum.Parse(typeof(T), match)
            : Invalid(name, value, "It is one of " + string.Join(", ", Enum.GetNames(typeof(T))) + ".", fallback);
    }

    private T Invalid<T>(string name, string value, string rule, T fallback)
    {
        _isValid = false;
        faults.Add(DiagnosticRules.InvalidOption, default, name, value, rule);
        return fallback;
    }

    private static string NormalizeOperation(string operation)
    {
        var parts = operation.Split([' '], 2, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 ? parts[0].ToUpperInvariant() + " " + parts[1].Trim() : operation;
    }
}
