using System.Text.Json;
using System.Xml;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Writes the members of generated models, as Kiota's writer does: what is null is left out. Meant for generated code.</summary>
public static class DirectJsonWriter
{
    /// <summary>Writes a text.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a truth value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, bool? value)
    {
        if (value.HasValue)
        {
            writer.WriteBoolean(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, byte? value)
    {
        if (value.HasValue)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, sbyte? value)
    {
        if (value.HasValue)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, int? value)
    {
        if (value.HasValue)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, long? value)
    {
        if (value.HasValue)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, float? value)
    {
        if (value.HasValue)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, double? value)
    {
        if (value.HasValue)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, decimal? value)
    {
        if (value.HasValue)
        {
            writer.WritePropertyName(name);
            WriteDecimal(writer, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a GUID.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Guid? value)
    {
        if (value.HasValue)
        {
            writer.WriteString(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a moment.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset? value)
    {
        if (value.HasValue)
        {
            writer.WriteString(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a duration.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, TimeSpan? value)
    {
        if (value.HasValue)
        {
            writer.WriteString(name, XmlConvert.ToString(value.GetValueOrDefault()));
        }
    }

    /// <summary>Writes a date.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Date? value)
    {
        if (value.HasValue)
        {
            Span<byte> text = stackalloc byte[CalendarText.DateLength];
            CalendarText.WriteDate(value.GetValueOrDefault(), text);
            writer.WriteString(name, text);
        }
    }

    /// <summary>Writes a time of day.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Time? value)
    {
        if (value.HasValue)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a value as base64.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, byte[]? value)
    {
        if (value is not null)
        {
            writer.WriteBase64String(name, value);
        }
    }

    /// <summary>Writes a value whose shape nobody knows.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, UntypedNode? value)
    {
        if (UntypedJson.HasValue(value))
        {
            writer.WritePropertyName(name);
            UntypedJson.Write(writer, value!);
        }
    }

    /// <summary>Writes a model.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value; null to write nothing.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, IDirectJsonModel? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            WriteObject(writer, value);
        }
    }

    /// <summary>Writes a list of models. An item that is null stays one: left out, it would move those behind it.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="values">The list; null to write nothing.</param>
    public static void WriteList<T>(Utf8JsonWriter writer, JsonEncodedText name, List<T>? values)
        where T : class, IDirectJsonModel
    {
        if (values is not null)
        {
            writer.WritePropertyName(name);
            WriteListValue(writer, values);
        }
    }

    /// <summary>Writes a list of models. An item that is null stays one.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="values">The list.</param>
    public static void WriteListValue<T>(Utf8JsonWriter writer, List<T> values)
        where T : class, IDirectJsonModel
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(values);

        writer.WriteStartArray();
        foreach (var value in values)
        {
            if (value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                WriteObject(writer, value);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a list of scalars or enums.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="values">The list; null to write nothing.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteList<T>(Utf8JsonWriter writer, JsonEncodedText name, List<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is not null)
        {
            writer.WritePropertyName(name);
            WriteListValue(writer, values, write);
        }
    }

    /// <summary>Writes a list of scalars or enums.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="values">The list.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteListValue<T>(Utf8JsonWriter writer, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(write);

        writer.WriteStartArray();
        if (values is OpenList<T> open)
        {
            open.Write(writer, write);
        }
        else
        {
            foreach (var value in values)
            {
                write(writer, value);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes additional data.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="values">The data; null if there is none.</param>
    public static void WriteAdditionalData(Utf8JsonWriter writer, IDictionary<string, object>? values)
    {
        if (values is null)
        {
            return;
        }

        foreach (var value in values)
        {
            AnyJson.WriteMember(writer, value.Key, value.Value);
        }
    }

    /// <summary>What to throw for an enum's value that none of its members has.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    public static ArgumentException UndefinedEnum<T>(T value)
        where T : struct, Enum => new($"The value {value} of {typeof(T)} has no name that could be written. Use one of the enum's members.", nameof(value));

    /// <summary>Writes several models as one object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="values">The models; those that are null are left out, and nothing is written if all are.</param>
    public static void WriteMerged(Utf8JsonWriter writer, params IParsable?[] values)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(values);

        if (values[0] is UntypedNode node)
        {
            if (UntypedJson.HasValue(node))
            {
                UntypedJson.Write(writer, node);
            }

            return;
        }

        if (!Array.Exists(values, value => value is not null))
        {
            return;
        }

        var isWrapper = values[0] is IComposedTypeWrapper;
        if (!isWrapper)
        {
            writer.WriteStartObject();
        }

        foreach (var value in values)
        {
            if (value is not null)
            {
                WriteMembers(writer, value);
            }
        }

        if (!isWrapper)
        {
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes a model.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The model.</param>
    public static void WriteValue(Utf8JsonWriter writer, IDirectJsonModel value) => WriteObject(writer, value);

    /// <summary>Writes what the wrapper of a union read of a value that fits no alternative; null if it holds none.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteOther(Utf8JsonWriter writer, JsonElement? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } other)
        {
            other.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes a text.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, string? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStringValue(value);
    }

    /// <summary>Writes a truth value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, bool? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteBooleanValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, byte? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, sbyte? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, int? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, long? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, float? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, double? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        WriteDecimal(writer, value.GetValueOrDefault());
    }

    /// <summary>Writes a GUID.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, Guid? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStringValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a moment.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, DateTimeOffset? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStringValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a duration.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, TimeSpan? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStringValue(XmlConvert.ToString(value.GetValueOrDefault()));
    }

    /// <summary>Writes a date.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, Date? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        Span<byte> text = stackalloc byte[CalendarText.DateLength];
        CalendarText.WriteDate(value.GetValueOrDefault(), text);
        writer.WriteStringValue(text);
    }

    /// <summary>Writes a time of day.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, Time? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.HasValue)
        {
            writer.WriteNullValue();
            return;
        }

        Span<byte> text = stackalloc byte[CalendarText.LongestTime];
        writer.WriteStringValue(text.Slice(0, CalendarText.WriteTime(value.GetValueOrDefault(), text)));
    }

    /// <summary>Writes a value as base64.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, byte[]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes a value whose shape nobody knows.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, UntypedNode? value)
    {
        if (UntypedJson.HasValue(value))
        {
            UntypedJson.Write(writer, value!);
        }
    }

    /// <summary>Writes a model, of whatever kind it is, with its braces.</summary>
    internal static void WriteObject(Utf8JsonWriter writer, IParsable value)
    {
        if (value is IDirectJsonModel direct)
        {
            WriteObject(writer, direct);
        }
        else if (value is UntypedNode node)
        {
            WriteValue(writer, node);
        }
        else
        {
            WriteForeign(writer, value);
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IDirectJsonModel value)
    {
        switch (value.Form)
        {
            case DirectJsonForm.Model:
                writer.WriteStartObject();
                value.WriteJson(writer);
                writer.WriteEndObject();
                break;
            case DirectJsonForm.Wrapper:
                value.WriteJson(writer);
                break;
            default:
                WriteForeign(writer, value);
                break;
        }
    }

    private static void WriteDecimal(Utf8JsonWriter writer, decimal value)
    {
        Span<byte> text = stackalloc byte[NumberText.LongestShortDecimal];
        if (NumberText.TryWriteShort(value, text, out var start))
        {
            writer.WriteRawValue(text.Slice(start), skipInputValidation: true);
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IParsable value)
    {
        if (value is IDirectJsonModel direct && direct.Form != DirectJsonForm.Foreign)
        {
            direct.WriteJson(writer);
        }
        else
        {
            value.Serialize(new DirectJsonSerializationWriter(writer));
        }
    }

    private static void WriteForeign(Utf8JsonWriter writer, IParsable value)
    {
        var isWrapper = value is IComposedTypeWrapper;
        if (!isWrapper)
        {
            writer.WriteStartObject();
        }

        value.Serialize(new DirectJsonSerializationWriter(writer));
        if (!isWrapper)
        {
            writer.WriteEndObject();
        }
    }
}
