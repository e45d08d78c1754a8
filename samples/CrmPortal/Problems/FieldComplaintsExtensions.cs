using CrmPortal.Editing;
using SieSmart.Runtime;

namespace CrmPortal.Problems;

internal static class FieldComplaintsExtensions
{
    /// <summary>
    /// What SieSmart says about which field of a form, by the last part of its name: <c>calculation.termInMonths</c> is an input. In the
    /// portal's words: people know the label, and not the name.
    /// </summary>
    public static IReadOnlyDictionary<string, string> FieldComplaints(this SieSmartException failure, IReadOnlyList<Field> fields) =>
        (failure as RequestRejectedException)?.FieldErrors
            .Select(error => (Error: error, Field: error.FieldIn(fields)))
            .Where(pair => pair.Field is not null)
            .GroupBy(pair => pair.Field!.Name, StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => string.Join(' ', pairs.Select(pair => Text(pair.Error, pair.Field!))), StringComparer.Ordinal)
        ?? [];

    public static Field? FieldIn(this FieldError error, IEnumerable<Field> fields) =>
        fields.FirstOrDefault(field => field.Name == error.Field.Split('.')[^1]);

    private static string Text(FieldError error, Field field) => error.Message.Contains(error.Field, StringComparison.Ordinal)
        ? error.Message.Replace(error.Field, field.Label, StringComparison.Ordinal)
        : $"{field.Label}: {error.Message}";
}
