using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectJson.Tests.Payloads;

/// <summary>JSON that can be bent out of shape: names may repeat and be escaped, and a value may be any text.</summary>
internal sealed class PayloadValue
{
    private PayloadValue(string text) => Text = text;

    /// <summary>The text of a scalar; null of all else.</summary>
    public string? Text { get; private set; }

    /// <summary>The members of an object, or the items of an array, whose names are empty; null of a scalar.</summary>
    public List<(string Name, PayloadValue Value)>? Parts { get; private set; }

    private bool IsObject { get; init; }

    public static PayloadValue Of(string text) => new(text);

    public static PayloadValue Of(JsonNode? node) => node switch
    {
        JsonObject members => new("") { Text = null, IsObject = true, Parts = [.. members.Select(member => (JsonSerializer.Serialize(member.Key), Of(member.Value)))] },
        JsonArray items => new("") { Text = null, Parts = [.. items.Select(item => ("", Of(item)))] },
        null => new("null"),
        _ => new(node.ToJsonString()),
    };

    /// <summary>It and all values in it.</summary>
    public IEnumerable<PayloadValue> All() => Parts is null ? [this] : Parts.SelectMany(part => part.Value.All()).Prepend(this);

    /// <summary>Makes another value of it.</summary>
    public void Become(string text)
    {
        Text = text;
        Parts = null;
    }

    /// <summary>Bends it.</summary>
    /// <param name="change">How.</param>
    /// <param name="choice">Which of its parts, and which odd value.</param>
    public void Bend(PayloadChange change, int choice)
    {
        var odd = OddValues.All[choice % OddValues.All.Length];
        if (Parts is not { Count: > 0 } parts || change is PayloadChange.Replace)
        {
            Become(odd);
            return;
        }

        var index = choice % parts.Count;
        var (name, value) = parts[index];
        switch (change)
        {
            case PayloadChange.Repeat:
                parts.Add((name, Of(odd)));
                break;
            case PayloadChange.RepeatBefore:
                parts.Insert(0, (name, Of(odd)));
                break;
            case PayloadChange.Escape when IsObject && name.Length > 2:
                parts[index] = ($"\"\\u{(int)name[1]:x4}{name[2..]}", value);
                break;
            case PayloadChange.MoveToEnd:
                parts.RemoveAt(index);
                parts.Add((name, value));
                break;
            case PayloadChange.Remove:
                parts.RemoveAt(index);
                break;
            case PayloadChange.Add:
                parts.Insert(index, (IsObject ? $"\"undeclared{choice % 3}\"" : "", Of(odd)));
                break;
            case PayloadChange.Nest:
                parts[index] = (name, Of(new string('[', 40 + (choice % 40)) + new string(']', 40 + (choice % 40))));
                break;
            default:
                parts[index] = (name, Of("null"));
                break;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        if (Parts is null)
        {
            text.Append(Text);
            return;
        }

        text.Append(IsObject ? '{' : '[');
        for (var index = 0; index < Parts.Count; index++)
        {
            text.Append(index == 0 ? "" : ",").Append(Parts[index].Name).Append(IsObject ? ":" : "");
            Parts[index].Value.Write(text);
        }

        text.Append(IsObject ? '}' : ']');
    }
}
