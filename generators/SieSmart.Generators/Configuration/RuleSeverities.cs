using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Configuration;

/// <summary>Gives faults the severities that a project wants.</summary>
internal static class RuleSeverities
{
    /// <summary>The faults with their severities, those of rules that are off left out.</summary>
    public static EquatableArray<Fault> Apply(EquatableArray<RuleSeverity> severities, EquatableArray<Fault> faults)
    {
        if (severities.IsEmpty)
        {
            return faults;
        }

        var byRule = severities.ToDictionary(severity => severity.RuleId, severity => severity.Severity, StringComparer.Ordinal);
        return faults
            .Where(fault => !byRule.TryGetValue(fault.Rule.Id, out var severity) || severity is not null)
            .Select(fault => byRule.TryGetValue(fault.Rule.Id, out var severity) ? fault with { Severity = severity!.Value } : fault)
            .ToEquatableArray();
    }
}
