using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// What generated models implement beside Kiota's interfaces: they read and write JSON by themselves, without a parse node or a
/// delegate for each property. Meant for generated code; <see cref="DirectJsonParseNodeFactory"/> and
/// <see cref="DirectJsonSerializationWriterFactory"/> call it.
/// </summary>
public interface IDirectJsonModel : IParsable
{
    /// <summary>What the methods below do for this instance.</summary>
    DirectJsonForm Form { get; }

    /// <summary>
    /// Reads the members of the object on whose start the reader stands, up to its end; the wrapper of a union reads the whole value.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">A value can't be read, or the JSON is malformed.</exception>
    void ReadJson(ref Utf8JsonReader reader);

    /// <summary>Writes what stands between the braces of an object; the wrapper of a union writes the whole value that it holds.</summary>
    /// <param name="writer">The writer.</param>
    void WriteJson(Utf8JsonWriter writer);
}
