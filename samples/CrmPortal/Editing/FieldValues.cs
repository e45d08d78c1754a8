namespace CrmPortal.Editing;

/// <summary>The values of a part's fields; empty where there is none.</summary>
public sealed class FieldValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string this[Field field]
    {
        get => _values.GetValueOrDefault(field.Name, string.Empty);
        set => _values[field.Name] = field.Normalise(value);
    }

    /// <summary>Takes values from a form, whose inputs are called <c>prefix.name</c>.</summary>
    public static FieldValues From(IFormCollection form, string prefix, IEnumerable<Field> fields)
    {
        var values = new FieldValues();
        foreach (var field in fields)
        {
            values[field] = form[InputName(prefix, field)].ToString();
        }

        return values;
    }

    public static string InputName(string prefix, Field field) => $"{prefix}.{field.Name}";

    /// <summary>What is wrong with which field, by its name.</summary>
    public Dictionary<string, string> Complaints(IEnumerable<Field> fields) => fields
        .Select(field => (field.Name, Complaint: field.Complaint(this[field])))
        .Where(pair => pair.Complaint is not null)
        .ToDictionary(pair => pair.Name, pair => pair.Complaint!, StringComparer.Ordinal);
}
