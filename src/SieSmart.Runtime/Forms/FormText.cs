using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SieSmart.Runtime.Forms;

/// <summary>The pairs of a form, made of JSON. Not thread-safe.</summary>
internal sealed class FormText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a value, or all that is in it; nothing for null.</summary>
    /// <param name="name">The name; empty for what has none, the form itself.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The value is a scalar or a list and has no name.</exception>
    public void Add(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(name.Length == 0 ? member.Name : $"{name}[{member.Name}]", member.Value);
                }

                break;
            case JsonValueKind.Array:
                AddItems(name, value);
                break;
            case JsonValueKind.String:
                AddPair(name, value.GetString()!);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                AddPair(name, value.GetRawText());
                break;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void AddItems(string name, JsonElement list)
    {
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var isScalar = item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            Add(isScalar ? name : $"{name}[{index.ToString(CultureInfo.InvariantCulture)}]", item);
            index++;
        }
    }

    private void AddPair(string name, string value)
    {
        if (name.Length == 0)
        {
            throw new InvalidOperationException("A form consists of names with values, but its body is a value without a name. Send an object, or set the content of the request yourself.");
        }

        _text.Append(_text.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }
}
