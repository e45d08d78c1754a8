using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Reads and writes Kiota's nodes for data whose shape the document does not tell.</summary>
internal static class UntypedJson
{
    /// <summary>Reads any value.</summary>
    public static UntypedNode Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new UntypedString(reader.GetString());
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.True:
                return new UntypedBoolean(true);
            case JsonTokenType.False:
                return new UntypedBoolean(false);
            case JsonTokenType.StartArray:
                return new UntypedArray(DirectJsonReader.ReadList<UntypedNode>(ref reader, Read));
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            default:
                return new UntypedNull();
        }
    }

    /// <summary>Whether a node stands for any JSON at all: Kiota writes neither a text without content nor the base of all nodes.</summary>
    public static bool HasValue(UntypedNode? node) => node switch
    {
        UntypedString text => text.GetValue() is not null,
        UntypedObject or UntypedArray or UntypedBoolean or UntypedInteger or UntypedLong or UntypedDecimal or UntypedFloat or UntypedDouble or UntypedNull => true,
        _ => false,
    };

    /// <summary>Writes a node that has a value.</summary>
    public static void Write(Utf8JsonWriter writer, UntypedNode node)
    {
        switch (node)
        {
            case UntypedString text:
                writer.WriteStringValue(text.GetValue());
                break;
            case UntypedBoolean boolean:
                writer.WriteBooleanValue(boolean.GetValue());
                break;
            case UntypedInteger number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedLong number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedDecimal number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedFloat number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedDouble number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedObject members:
                WriteObject(writer, members);
                break;
            case UntypedArray items:
                WriteArray(writer, items);
                break;
            case UntypedNull:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, UntypedObject members)
    {
        writer.WriteStartObject();
        foreach (var member in members.GetValue())
        {
            if (HasValue(member.Value))
            {
                writer.WritePropertyName(member.Key);
                Write(writer, member.Value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, UntypedArray items)
    {
        writer.WriteStartArray();
        foreach (var item in items.GetValue())
        {
            if (HasValue(item))
            {
                Write(writer, item);
            }
        }

        writer.WriteEndArray();
    }

    private static UntypedNode ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out var int32))
        {
            return new UntypedInteger(int32);
        }

        if (reader.TryGetInt64(out var int64))
        {
            return new UntypedLong(int64);
        }

        if (reader.TryGetDecimal(out var @decimal))
        {
            return new UntypedDecimal(@decimal);
        }

        return reader.TryGetSingle(out var single) ? new UntypedFloat(single) : new UntypedDouble(reader.GetDouble());
    }

    private static UntypedObject ReadObject(ref Utf8JsonReader reader)
    {
        var members = new Dictionary<string, UntypedNode>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            members[name] = Read(ref reader);
        }

        return new UntypedObject(members);
    }
}
