using System.Collections;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Reads and writes the values of additional data, of whatever type they are.</summary>
internal static class AnyJson
{
    /// <summary>Reads a value as the type that it looks like.</summary>
    public static object? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ReadText(ref reader);
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number : reader.GetDouble();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.StartArray:
            case JsonTokenType.StartObject:
                return UntypedJson.Read(ref reader);
            default:
                return null;
        }
    }

    /// <summary>Writes a member of an object.</summary>
    public static void WriteMember(Utf8JsonWriter writer, string name, object? value)
    {
        // Some nodes stand for nothing, of which there must be no name either.
        if (value is UntypedNode node && !UntypedJson.HasValue(node))
        {
            return;
        }

        writer.WritePropertyName(name);
        WriteValue(writer, value);
    }

    /// <summary>Writes a value.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case byte number:
                writer.WriteNumberValue(number);
                break;
            case sbyte number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case Guid guid:
                writer.WriteStringValue(guid);
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(moment);
                break;
            case DateTime { Kind: DateTimeKind.Unspecified } dateTime:
                // Which zone is meant is for others to know.
                writer.WriteStringValue(dateTime);
                break;
            case DateTime dateTime:
                writer.WriteStringValue(new DateTimeOffset(dateTime));
                break;
            case TimeSpan duration:
                DirectJsonWriter.WriteValue(writer, duration);
                break;
            case Date date:
                DirectJsonWriter.WriteValue(writer, date);
                break;
            case Time time:
                DirectJsonWriter.WriteValue(writer, time);
                break;
            case UntypedNode node:
                UntypedJson.Write(writer, node);
                break;
            case IParsable model:
                DirectJsonWriter.WriteObject(writer, model);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case IDictionary dictionary:
                WriteDictionary(writer, dictionary);
                break;
            case IEnumerable items:
                WriteItems(writer, items);
                break;
            default:
                StockJson.WriteValue(writer, value);
                break;
        }
    }

    /// <summary>Writes an array.</summary>
    public static void WriteItems(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            if (item is not UntypedNode node || UntypedJson.HasValue(node))
            {
                WriteValue(writer, item);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a list, and what came in it that its type has no value for.</summary>
    public static void WriteList<T>(Utf8JsonWriter writer, IEnumerable<T> items)
    {
        if (items is not OpenList<T> open)
        {
            WriteItems(writer, items);
            return;
        }

        writer.WriteStartArray();
        open.Write(writer, static (writer, item) => WriteValue(writer, item));
        writer.WriteEndArray();
    }

    private static object ReadText(ref Utf8JsonReader reader)
    {
        if (CalendarText.TryReadDate(DirectJsonReader.TextOf(ref reader), out _))
        {
            // As a DateTime it would be written with a time of day.
            return reader.GetString()!;
        }

        if (reader.TryGetDateTime(out var dateTime))
        {
            return dateTime;
        }

        if (reader.TryGetDateTimeOffset(out var moment))
        {
            return moment;
        }

        return reader.TryGetGuid(out var guid) ? guid : reader.GetString()!;
    }

    private static void WriteDictionary(Utf8JsonWriter writer, IDictionary dictionary)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string name)
            {
                throw new InvalidOperationException($"A dictionary in additional data has a key of type {entry.Key.GetType()}, which JSON has no names of. Use one whose keys are strings.");
            }

            WriteMember(writer, name, entry.Value);
        }

        writer.WriteEndObject();
    }
}
