using SieSmart.Runtime;

namespace CrmPortal.Problems;

internal static class FieldComplaintsExtensions
{
    /// <summary>What SieSmart says about which field, by the last part of its name: <c>calculation.termInMonths</c> is an input.</summary>
    public static IReadOnlyDictionary<string, string> FieldComplaints(this SieSmartException failure) =>
        (failure as RequestRejectedException)?.FieldErrors
            .GroupBy(error => error.Field.Split('.')[^1], StringComparer.Ordinal)
            .ToDictionary(errors => errors.Key, errors => string.Join(' ', errors.Select(error => error.Message)), StringComparer.Ordinal)
        ?? [];
}
