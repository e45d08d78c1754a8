namespace CrmPortal.Editing;

/// <summary>The values of a form's fields; empty where there is none.</summary>
public sealed class FieldValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _misread = new(StringComparer.Ordinal);

    public string this[Field field]
    {
        get => _values.GetValueOrDefault(field.Name, string.Empty);
        set => _values[field.Name] = field.Normalise(value);
    }

    /// <summary>Takes what a person typed into inputs that are called <c>prefix.name</c>.</summary>
    public static FieldValues Typed(IFormCollection form, string prefix, IEnumerable<Field> fields)
    {
        var values = new FieldValues();
        foreach (var field in fields)
        {
            if (!field.TryRead(form[InputName(prefix, field)], out var value))
            {
                values._misread.Add(field.Name);
            }

            values._values[field.Name] = value;
        }

        return values;
    }

    /// <summary>Takes what the portal itself put into hidden inputs: values in their one form, whoever reads them.</summary>
    public static FieldValues Carried(IFormCollection form, string prefix, IEnumerable<Field> fields)
    {
        var values = new FieldValues();
        foreach (var field in fields)
        {
            values[field] = form[InputName(prefix, field)].ToString();
        }

        return values;
    }

    public static string InputName(string prefix, Field field) => $"{prefix}.{field.Name}";

    /// <summary>The same values, and one more where none is yet.</summary>
    public FieldValues With(Field field, string? value)
    {
        var copy = new FieldValues();
        foreach (var (name, text) in _values)
        {
            copy._values[name] = text;
        }

        if (copy[field].Length == 0)
        {
            copy[field] = value ?? string.Empty;
        }

        return copy;
    }

    /// <summary>What stands in a field's input. What could not be understood stands there as it was typed.</summary>
    public string ForInput(Field field) => _misread.Contains(field.Name) ? this[field] : field.ForInput(this[field]);

    /// <summary>What is wrong with which field, by its name.</summary>
    public Dictionary<string, string> Complaints(IEnumerable<Field> fields) => fields
        .Select(field => (field.Name, Complaint: field.Complaint(this[field], _misread.Contains(field.Name))))
        .Where(pair => pair.Complaint is not null)
        .ToDictionary(pair => pair.Name, pair => pair.Complaint!, StringComparer.Ordinal);
}
