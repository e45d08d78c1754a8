using Microsoft.CodeAnalysis;

namespace SieSmart.Generators.Configuration;

/// <summary>A severity that a project gives to a rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Severity">The severity; null if the rule is off.</param>
internal sealed record RuleSeverity(string RuleId, DiagnosticSeverity? Severity);
