using System.Text.Json;
using SieSmart.Sandbox.Errors;

namespace SieSmart.Sandbox.Json;

/// <summary>Reads fields of a JSON object, and collects what is wrong with them.</summary>
/// <remarks>A field that is absent or null reads as null; what is not read is not looked at.</remarks>
internal sealed class FieldReader
{
    private readonly JsonElement _json;
    private readonly string _prefix;
    private readonly List<FieldViolation> _violations;

    public FieldReader(JsonElement json)
        : this(json, string.Empty, [])
    {
    }

    private FieldReader(JsonElement json, string prefix, List<FieldViolation> violations)
    {
        _json = json;
        _prefix = prefix;
        _violations = violations;
    }

    public int? Int32(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        Refuse(name, "WRONG_TYPE", "must be an integer of 32 bits");
        return null;
    }

    public decimal? Decimal(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
        {
            return number;
        }

        Refuse(name, "WRONG_TYPE", "must be a number");
        return null;
    }

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Refuse(name, "WRONG_TYPE", "must be a string");
        return null;
    }

    public bool? Boolean(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Refuse(name, "WRONG_TYPE", "must be true or false");
        return null;
    }

    public FieldReader? Object(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new FieldReader(value, $"{_prefix}{name}.", _violations);
        }

        Refuse(name, "WRONG_TYPE", "must be an object");
        return null;
    }

    public IReadOnlyList<FieldReader> Objects(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return Objects(name, value);
        }

        Refuse(name, "WRONG_TYPE", "must be a list");
        return [];
    }

    /// <summary>For a body that is a list itself: named as if it were a field.</summary>
    public static (IReadOnlyList<FieldReader> Items, FieldReader Root) List(string name, JsonElement array)
    {
        var root = new FieldReader(default);
        return (root.Objects(name, array), root);
    }

    /// <summary>The object as it was sent.</summary>
    public JsonElement Json => _json;

    public void Require(string name, object? value)
    {
        if (value is null && _violations.TrueForAll(violation => violation.Field != _prefix + name))
        {
            Refuse(name, "REQUIRED", "is required");
        }
    }

    public void Refuse(string name, string code, string complaint)
        => _violations.Add(new FieldViolation(_prefix + name, code, $"{_prefix}{name} {complaint}."));

    public void ThrowIfRefused()
    {
        if (_violations.Count > 0)
        {
            throw RequestRefusedException.Invalid(_violations);
        }
    }

    private List<FieldReader> Objects(string name, JsonElement array)
    {
        var items = new List<FieldReader>();
        foreach (var item in array.EnumerateArray())
        {
            var position = $"{name}[{items.Count}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                Refuse(position, "WRONG_TYPE", "must be an object");
            }

            items.Add(new FieldReader(item, $"{_prefix}{position}.", _violations));
        }

        return items;
    }

    private JsonElement? Find(string name)
        => _json.ValueKind == JsonValueKind.Object
            && _json.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
                ? value
                : null;
}
