using System.Text;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Form;
using Microsoft.Kiota.Serialization.Json;
using Microsoft.Kiota.Serialization.Multipart;
using Microsoft.Kiota.Serialization.Text;
using SieSmart.Runtime;
using SieSmart.Runtime.DirectJson;
using SieSmart.Runtime.Forms;

namespace DirectJson.Tests.Equivalence;

/// <summary>What reads and writes for each engine, and the adapter above it.</summary>
internal static class JsonEngines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IParseNodeFactory Reading(JsonEngine engine) => engine == JsonEngine.Kiota ? new JsonParseNodeFactory() : new DirectJsonParseNodeFactory();

    public static ISerializationWriterFactory Writing(JsonEngine engine) => engine == JsonEngine.Kiota ? new JsonSerializationWriterFactory() : new DirectJsonSerializationWriterFactory();

    /// <summary>Kiota's adapter for its engine; for the direct one ours, which takes answers that are in memory without a copy.</summary>
    /// <param name="engine">What reads and writes JSON.</param>
    /// <param name="transport">Where requests go.</param>
    /// <param name="address">The base address; null for the client's own.</param>
    /// <param name="forms">What writes forms.</param>
    public static IRequestAdapter Adapter(JsonEngine engine, HttpMessageHandler transport, string? address, JsonEngine forms = JsonEngine.Direct)
    {
        var reading = new ParseNodeFactoryRegistry();
        foreach (var factory in new[] { Reading(engine), new TextParseNodeFactory(), new FormParseNodeFactory() })
        {
            reading.ContentTypeAssociatedFactories[factory.ValidContentType] = factory;
        }

        var writing = new SerializationWriterFactoryRegistry();
        foreach (var factory in new[] { Writing(engine), new TextSerializationWriterFactory(), forms == JsonEngine.Kiota ? new FormSerializationWriterFactory() : new DirectFormSerializationWriterFactory(), new MultipartSerializationWriterFactory() })
        {
            writing.ContentTypeAssociatedFactories[factory.ValidContentType] = factory;
        }

        IRequestAdapter adapter = engine == JsonEngine.Kiota
            ? new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), reading, writing, new HttpClient(transport, disposeHandler: false))
            : new HttpRequestAdapter(Bounded(transport), reading, writing);
        if (address is not null)
        {
            adapter.BaseUrl = address;
        }

        return adapter;
    }

    private static HttpClient Bounded(HttpMessageHandler transport) =>
        new(new BoundedAttemptHandler(TimeSpan.FromMinutes(1), maxResponseBytes: 64 * 1024 * 1024) { InnerHandler = transport }, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>What an engine writes of a model, or the kind of failure.</summary>
    public static string Written(JsonEngine engine, IParsable model)
    {
        try
        {
            using var writer = Writing(engine).GetSerializationWriter("application/json");
            writer.WriteObjectValue(key: null, model);
            using var content = writer.GetSerializedContent();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return Strict.GetString(copy.ToArray());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"can't be written: {exception.GetType().Name}";
        }
    }
}
