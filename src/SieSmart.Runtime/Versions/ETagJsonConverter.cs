using System.Text.Json;
using System.Text.Json.Serialization;

namespace SieSmart.Runtime.Serialization;

/// <summary>
/// Writes an <see cref="ETag"/> as a JSON string and reads it back byte for byte; a missing tag is null. <see cref="ETag"/> names
/// it as its converter, so nothing needs to be registered. Thread-safe.
/// </summary>
public sealed class ETagJsonConverter : JsonConverter<ETag>
{
    /// <summary>True: null is the missing tag.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is neither a string that is an ETag, nor empty, nor null.</exception>
    public override ETag Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String => Parse(reader.GetString()!),
        _ => throw new JsonException($"An ETag is a JSON string or null, not a {reader.TokenType}."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ETag value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.IsMissing)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is neither an ETag nor empty.</exception>
    public override ETag ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ETag value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString());
    }

    /// <summary>An empty string is what <see cref="ETag.ToString"/> makes of a missing tag.</summary>
    private static ETag Parse(string text)
    {
        try
        {
            return text.Length == 0 ? default : ETag.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }
}
