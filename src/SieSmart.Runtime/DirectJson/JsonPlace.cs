using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// Says in words where a value stands that can't be read. Readers know no more than a byte, since to keep track of names would cost
/// each body that can be read.
/// </summary>
internal static class JsonPlace
{
    /// <summary>The failure of the value on which a reader stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="expected">What should have been there.</param>
    public static UnreadableJsonException Unreadable(scoped ref Utf8JsonReader reader, string expected) =>
        new($"the {KindOf(reader.TokenType)} at byte {reader.TokenStartIndex.ToString(CultureInfo.InvariantCulture)} can't be read: expected is {(StartsWithVowel(expected) ? "an" : "a")} {expected}", expected, reader.TokenStartIndex);

    /// <summary>Whether nobody has said yet which value a failure is of.</summary>
    public static bool IsUnnamed(UnreadableJsonException exception) => exception.Path is null;

    /// <summary>The same failure with the path of the value, and nothing of what it is.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="json">What was read.</param>
    public static UnreadableJsonException Named(UnreadableJsonException exception, ReadOnlySpan<byte> json)
    {
        var path = PathOf(json, exception.Position);
        return new UnreadableJsonException($"{path}: {exception.Message}", exception.Expected, exception.Position, path, exception);
    }

    /// <summary>The same JSON, but null where a value stands.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="position">Where the value begins, in bytes.</param>
    public static byte[] WithNull(ReadOnlyMemory<byte> json, long position)
    {
        var reader = new Utf8JsonReader(json.Span.Slice((int)position));
        reader.Read();
        reader.Skip();
        var end = (int)position + (int)reader.BytesConsumed;
        return [.. json.Span.Slice(0, (int)position), .. "null"u8, .. json.Span.Slice(end)];
    }

    private static string PathOf(ReadOnlySpan<byte> json, long position)
    {
        // For each open array the index of its item, for each open object the name of its member.
        var steps = new Stack<(string? Name, int Index)>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read() && reader.TokenStartIndex < position)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    steps.Pop();
                    steps.Push((reader.GetString(), 0));
                    break;
                case JsonTokenType.StartObject:
                    Count(steps);
                    steps.Push(("", 0));
                    break;
                case JsonTokenType.StartArray:
                    Count(steps);
                    steps.Push((null, -1));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    steps.Pop();
                    break;
                default:
                    Count(steps);
                    break;
            }
        }

        Count(steps);
        var path = new StringBuilder("$");
        foreach (var (name, index) in steps.Reverse())
        {
            path.Append(name is null ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : IsPlain(name) ? "." + name : $"['{name}']");
        }

        return path.ToString();
    }

    private static void Count(Stack<(string? Name, int Index)> steps)
    {
        if (steps.Count > 0 && steps.Peek() is { Name: null } item)
        {
            steps.Pop();
            steps.Push((null, item.Index + 1));
        }
    }

    private static bool IsPlain(string name) => name.Length > 0 && name.All(character => character == '_' || char.IsLetterOrDigit(character));

    private static bool StartsWithVowel(string text) => text[0] is 'a' or 'e' or 'i' or 'o';

    private static string KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.String => "text",
        JsonTokenType.Number => "number",
        JsonTokenType.True or JsonTokenType.False => "boolean",
        JsonTokenType.StartArray => "array",
        JsonTokenType.StartObject => "object",
        JsonTokenType.Null => "null",
        _ => "value",
    };
}
