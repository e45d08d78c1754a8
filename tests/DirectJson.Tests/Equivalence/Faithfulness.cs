using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.Kiota.Abstractions.Serialization;
using Parity.Tests.Answers;

namespace DirectJson.Tests.Equivalence;

/// <summary>
/// Where Kiota loses values, direct JSON may differ: what it writes of an answer holds all that Kiota's model holds, and nothing else that
/// the answer doesn't.
/// </summary>
internal static class Faithfulness
{
    private const int Deepest = 20;

    private static readonly Regex Refusal = new(@"at byte (?<byte>\d+) can't be read: expected is an? (?<format>[A-Za-z0-9-]+)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Whether direct JSON lost less than Kiota did.</summary>
    /// <param name="body">What the server sent.</param>
    /// <param name="kiota">What is written of what Kiota read; empty if it read nothing.</param>
    /// <param name="direct">What is written directly of what was read directly.</param>
    public static bool IsGreater(ReadOnlyMemory<byte> body, string kiota, string direct) =>
        !string.Equals(kiota, direct, StringComparison.Ordinal)
        && Parse(WithoutMark(body)) is { } came
        && Parse(Encoding.UTF8.GetBytes(direct)) is { } kept
        && Parse(Encoding.UTF8.GetBytes(kiota)) is var other
        && IsWithin(kept, came, other)
        && (other is null || IsKept(other.Value, kept, came));

    /// <summary>Where what is written of a body is not all that came, or is something else; null if it is the same.</summary>
    /// <param name="body">What came.</param>
    /// <param name="written">What is written of it.</param>
    /// <param name="isComplete">Whether all members came; else there may be more, which have defaults.</param>
    public static string? PlaceOfDifference(ReadOnlyMemory<byte> body, string written, bool isComplete) =>
        Parse(WithoutMark(body)) is not { } came || Parse(Encoding.UTF8.GetBytes(written)) is not { } kept ? "$ is no JSON"
        : !IsWithin(came, kept, excuse: null) ? PlaceOf(came, kept, "$") + " is lost"
        : isComplete && !IsWithin(kept, came, excuse: null) ? PlaceOf(kept, came, "$") + " never came"
        : null;

    /// <summary>Whether an object says two things of one member, as several alternatives at once can that nobody would set together.</summary>
    public static bool ContradictsItself(string json) => Parse(Encoding.UTF8.GetBytes(json)) is { } value && ContradictsItself(value);

    private static bool ContradictsItself(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).Any(same => same.Count() > 1 || ContradictsItself(same.First().Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(ContradictsItself),
        _ => false,
    };

    /// <summary>The deepest place at which something of one value doesn't stand in another.</summary>
    private static string PlaceOf(JsonElement part, JsonElement whole, string place)
    {
        if (part.ValueKind == JsonValueKind.Object && whole.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in part.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
            {
                var path = $"{place}.{member.Name}";
                if (MemberOf(whole, member.Name) is not { } other)
                {
                    return path;
                }

                if (!IsWithin(member.Value, other, excuse: null))
                {
                    return PlaceOf(member.Value, other, path);
                }
            }
        }

        if (part.ValueKind == JsonValueKind.Array && whole.ValueKind == JsonValueKind.Array && part.GetArrayLength() == whole.GetArrayLength())
        {
            var index = Enumerable.Range(0, part.GetArrayLength()).First(index => !IsWithin(part[index], whole[index], excuse: null));
            return PlaceOf(part[index], whole[index], string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]"));
        }

        return $"{place} ({part.GetRawText()}, not {whole.GetRawText()})";
    }

    /// <summary>Whether a body is a number, or a list of numbers, and just these were read.</summary>
    public static bool IsOfNumbers(ReadOnlyMemory<byte> body, object? value) =>
        value is not (null or IParsable or string) && Parse(WithoutMark(body)) is { ValueKind: JsonValueKind.Number or JsonValueKind.Array } came
        && JsonSerializer.SerializeToElement(value) is { } read && IsWithin(read, came, excuse: null) && IsWithin(came, read, excuse: null);

    /// <summary>Whether a value was refused of which no type that its format means can hold what it says.</summary>
    /// <param name="body">What the server sent.</param>
    /// <param name="reason">What direct JSON said of it.</param>
    public static bool IsRefusedRightly(ReadOnlyMemory<byte> body, string reason)
    {
        if (Refusal.Match(reason) is not { Success: true } refusal)
        {
            return false;
        }

        var reader = new Utf8JsonReader(WithoutMark(body).Span);
        while (reader.Read())
        {
            if (reader.TokenStartIndex == long.Parse(refusal.Groups["byte"].ValueSpan, CultureInfo.InvariantCulture))
            {
                return IsOfAnotherKind(reader.TokenType, refusal.Groups["format"].Value) || reader.TokenType switch
                {
                    JsonTokenType.String => !IsOfFormat(Encoding.UTF8.GetString(reader.ValueSpan), refusal.Groups["format"].Value) && (!reader.ValueIsEscaped || !IsOfFormat(reader.GetString()!, refusal.Groups["format"].Value)),
                    JsonTokenType.Number => double.IsInfinity(reader.GetDouble()) || float.IsInfinity((float)reader.GetDouble()),
                    _ => false,
                };
            }
        }

        return false;
    }

    /// <summary>Whether a value is of another kind than what was expected; null is of each.</summary>
    private static bool IsOfAnotherKind(JsonTokenType token, string expected) => token != JsonTokenType.Null && token != expected switch
    {
        "object" => JsonTokenType.StartObject,
        "array" => JsonTokenType.StartArray,
        "boolean" => token == JsonTokenType.False ? JsonTokenType.False : JsonTokenType.True,
        "byte" or "sbyte" or "int" or "long" or "float" or "double" or "decimal" => JsonTokenType.Number,
        _ => JsonTokenType.String,
    };

    /// <summary>Whether a value has a union in it.</summary>
    public static bool HasUnion(object? value, int depth = 0) => depth < Deepest && value switch
    {
        null or string => false,
        IComposedTypeWrapper => true,
        IEnumerable items => items.Cast<object?>().Any(item => HasUnion(item, depth + 1)),
        IParsable model => model.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).Any(property => HasUnion(property.GetValue(model), depth + 1)),
        _ => false,
    };

    /// <summary>Whether a whole body is of another kind than what was asked for, of which Kiota makes an object of nulls or no list.</summary>
    /// <param name="body">What the server sent.</param>
    /// <param name="kiota">What Kiota read.</param>
    public static bool IsOfAnotherKind(ReadOnlyMemory<byte> body, object? kiota) =>
        Parse(WithoutMark(body))?.ValueKind is { } kind && kiota switch
        {
            UntypedNode => false,
            IComposedTypeWrapper => kind == JsonValueKind.Null,
            IParsable => kind != JsonValueKind.Object,
            IEnumerable => kind != JsonValueKind.Array,
            _ => kind is not (JsonValueKind.Object or JsonValueKind.Array),
        };

    /// <summary>
    /// Whether half of a character is spelled as an escape somewhere, or bytes are no UTF-8: Kiota doesn't look into what comes a second time.
    /// </summary>
    public static bool HasBrokenText(ReadOnlyMemory<byte> body) => body.Span.IndexOf("""\ud800"""u8) >= 0 || !Utf8.IsValid(body.Span);

    /// <summary>Whether two lists are the same, but for the nulls in the second, of which Kiota makes new objects.</summary>
    public static bool KeepsNulls(object? kiota, object? direct) =>
        kiota is IList made && direct is IList kept && made.Count == kept.Count && Enumerable.Range(0, made.Count).All(index =>
            string.Equals(ObjectText.Of(made[index]), ObjectText.Of(kept[index] ?? NewLike(made[index])), StringComparison.Ordinal));

    private static object? NewLike(object? item) => item is IParsable ? Activator.CreateInstance(item.GetType()) : null;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    private static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether all of one value stands in another. Null is no value; and Kiota makes an empty object or list of what is something else.</summary>
    /// <param name="part">The one.</param>
    /// <param name="whole">The other.</param>
    /// <param name="excuse">What may stand in the one besides: what both engines make of what came.</param>
    private static bool IsWithin(JsonElement part, JsonElement whole, JsonElement? excuse) => (part.ValueKind, whole.ValueKind) switch
    {
        (JsonValueKind.Null, _) => true,
        _ when excuse is { } other && JsonElement.DeepEquals(part, other) => true,
        (JsonValueKind.Object, JsonValueKind.Object) => part.EnumerateObject().All(member =>
            member.Value.ValueKind == JsonValueKind.Null || Excused(member, excuse) || whole.EnumerateObject().Any(other => other.NameEquals(member.Name) && IsWithin(member.Value, other.Value, MemberOf(excuse, member.Name)))),
        (JsonValueKind.Array, JsonValueKind.Array) when part.GetArrayLength() > 0 => part.GetArrayLength() == whole.GetArrayLength()
            && Enumerable.Range(0, part.GetArrayLength()).All(index => IsWithin(part[index], whole[index], ItemOf(excuse, index))),
        (JsonValueKind.Object, JsonValueKind.Null) => true,
        (JsonValueKind.Object, _) => !part.EnumerateObject().Any(),
        (JsonValueKind.Array, _) => part.GetArrayLength() == 0,
        (JsonValueKind.Number, JsonValueKind.Number) => part.GetSingle().Equals(whole.GetSingle()),
        (JsonValueKind.String, JsonValueKind.String) => part.ValueEquals(whole.GetString()) || IsSameMoment(part.GetString()!, whole.GetString()!) || IsSameGuid(part.GetString()!, whole.GetString()!),
        _ => part.ValueKind == whole.ValueKind,
    };

    /// <summary>Whether a text has the form of a format, and is in the calendar.</summary>
    private static bool IsOfFormat(string text, string format) => format switch
    {
        "date-time" => Matches(text, @"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?") && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "date" => Matches(text, @"\d{4}-\d\d-\d\d") && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        "time" => Matches(text, @"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?") && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "GUID" => Guid.TryParseExact(text, "D", out _),
        "base64" => IsBase64(text),
        "duration" => Matches(text, @"-?P(\d{1,5}W)?(\d{1,5}D)?(T(\d{1,5}H)?(\d{1,5}M)?(\d{1,5}S)?)?") && char.IsLetter(text[^1]) && text[^1] is not ('P' or 'T'),
        _ => false,
    };

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, $@"\A({pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Whether what Kiota kept was kept as well, as far as it is what came and not something that Kiota made of it.</summary>
    private static bool IsKept(JsonElement other, JsonElement kept, JsonElement? came) => IsWithin(other, kept, excuse: null) || (other.ValueKind, kept.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => other.EnumerateObject().All(member =>
            MemberOf(kept, member.Name) is { } value ? IsKept(member.Value, value, MemberOf(came, member.Name)) : member.Value.ValueKind == JsonValueKind.Null || IsMadeUp(member.Value, MemberOf(came, member.Name))),
        (JsonValueKind.Array, JsonValueKind.Array) when other.GetArrayLength() == kept.GetArrayLength() =>
            Enumerable.Range(0, other.GetArrayLength()).All(index => IsKept(other[index], kept[index], ItemOf(came, index))),
        _ => came is { } truth && !IsWithin(other, truth, excuse: null),
    };

    /// <summary>Whether Kiota made an empty object or list of something else.</summary>
    private static bool IsMadeUp(JsonElement other, JsonElement? came) =>
        other.ValueKind is JsonValueKind.Object or JsonValueKind.Array && came is { } truth && truth.ValueKind != other.ValueKind && IsWithin(other, truth, excuse: null);

    private static bool Excused(JsonProperty member, JsonElement? excuse) => MemberOf(excuse, member.Name) is { } same && JsonElement.DeepEquals(member.Value, same);

    private static JsonElement? MemberOf(JsonElement? node, string name) => node is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? ItemOf(JsonElement? node, int index) => node is { ValueKind: JsonValueKind.Array } list && index < list.GetArrayLength() ? list[index] : null;

    private static bool IsSameGuid(string one, string other) => Guid.TryParse(one, out var first) && Guid.TryParse(other, out var second) && first == second;

    private static bool IsSameMoment(string one, string other) =>
        DateTimeOffset.TryParse(one, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first)
        && DateTimeOffset.TryParse(other, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var second)
        && first == second;
}
