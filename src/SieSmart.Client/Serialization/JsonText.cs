using System.Text;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace SieSmart.Client.Serialization;

/// <summary>Models as the JSON that would be sent, to compare them by.</summary>
internal static class JsonText
{
    public static string Of(Action<ISerializationWriter> write)
    {
        using var writer = new JsonSerializationWriter();
        write(writer);
        using var content = writer.GetSerializedContent();
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
