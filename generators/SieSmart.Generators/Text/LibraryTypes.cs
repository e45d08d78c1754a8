namespace SieSmart.Generators.Text;

/// <summary>The types of libraries that generated code uses.</summary>
internal static class LibraryTypes
{
    private const string System = "System";
    private const string Collections = "System.Collections.Generic";
    private const string Kiota = "Microsoft.Kiota.Abstractions";
    private const string Serialization = "Microsoft.Kiota.Abstractions.Serialization";
    private const string Runtime = "SieSmart.Runtime";
    private const string DirectJson = "SieSmart.Runtime.DirectJson";
    private const string Pipeline = "SieSmart.Pipeline";
    private const string DependencyInjection = "Microsoft.Extensions.DependencyInjection";
    private const string Json = "System.Text.Json";

    private static readonly Dictionary<string, string> Namespaces = new(StringComparer.Ordinal)
    {
        ["Action"] = System,
        ["ArgumentException"] = System,
        ["ArgumentNullException"] = System,
        ["Array"] = System,
        ["DateTime"] = System,
        ["DateTimeKind"] = System,
        ["DateTimeOffset"] = System,
        ["Exception"] = System,
        ["Flags"] = System,
        ["Guid"] = System,
        ["InvalidOperationException"] = System,
        ["Obsolete"] = System,
        ["ReadOnlySpan"] = System,
        ["StringComparison"] = System,
        ["TimeSpan"] = System,
        ["Uri"] = System,
        ["Dictionary"] = Collections,
        ["IDictionary"] = Collections,
        ["List"] = Collections,
        ["CultureInfo"] = "System.Globalization",
        ["Stream"] = "System.IO",
        ["OverloadResolutionPriority"] = "System.Runtime.CompilerServices",
        ["IReadOnlyList"] = Collections,
        ["EnumMember"] = "System.Runtime.Serialization",
        ["CancellationToken"] = "System.Threading",
        ["Task"] = "System.Threading.Tasks",
        ["Experimental"] = "System.Diagnostics.CodeAnalysis",
        ["XmlConvert"] = "System.Xml",
        ["ApiClientBuilder"] = Kiota,
        ["ApiException"] = Kiota,
        ["BaseRequestBuilder"] = Kiota,
        ["Date"] = Kiota,
        ["DefaultQueryParameters"] = Kiota,
        ["EnumHelpers"] = "Microsoft.Kiota.Abstractions.Helpers",
        ["IRequestAdapter"] = Kiota,
        ["Method"] = Kiota,
        ["MultipartBody"] = Kiota,
        ["QueryParameter"] = Kiota,
        ["RequestConfiguration"] = Kiota,
        ["RequestInformation"] = Kiota,
        ["Time"] = Kiota,
        ["IAdditionalDataHolder"] = Serialization,
        ["IComposedTypeWrapper"] = Serialization,
        ["IParsable"] = Serialization,
        ["IParseNode"] = Serialization,
        ["ISerializationWriter"] = Serialization,
        ["ParsableFactory"] = Serialization,
        ["ParseNodeHelper"] = Serialization,
        ["UntypedNode"] = Serialization,
        ["FormParseNodeFactory"] = "Microsoft.Kiota.Serialization.Form",
        ["FormSerializationWriterFactory"] = "Microsoft.Kiota.Serialization.Form",
        ["JsonParseNodeFactory"] = "Microsoft.Kiota.Serialization.Json",
        ["JsonSerializationWriterFactory"] = "Microsoft.Kiota.Serialization.Json",
        ["MultipartSerializationWriterFactory"] = "Microsoft.Kiota.Serialization.Multipart",
        ["TextParseNodeFactory"] = "Microsoft.Kiota.Serialization.Text",
        ["TextSerializationWriterFactory"] = "Microsoft.Kiota.Serialization.Text",
        ["JsonEncodedText"] = Json,
        ["JsonElement"] = Json,
        ["JsonException"] = Json,
        ["JsonTokenType"] = Json,
        ["Utf8JsonReader"] = Json,
        ["Utf8JsonWriter"] = Json,
        ["DirectFormSerializationWriterFactory"] = "SieSmart.Runtime.Forms",
        ["DirectJsonForm"] = DirectJson,
        ["DirectJsonParseNodeFactory"] = DirectJson,
        ["DirectJsonChoice"] = DirectJson,
        ["DirectJsonKinds"] = DirectJson,
        ["DirectJsonMixedList"] = DirectJson,
        ["DirectJsonReader"] = DirectJson,
        ["DirectJsonShape"] = DirectJson,
        ["DirectJsonShapeMember"] = DirectJson,
        ["DirectJsonSerializationWriterFactory"] = DirectJson,
        ["DirectJsonWriter"] = DirectJson,
        ["IDirectJsonModel"] = DirectJson,
        ["ETag"] = Runtime,
        ["OperationContext"] = Runtime,
        ["SieSmartException"] = Runtime,
        ["OperationDescription"] = Runtime,
        ["RequiresIfMatch"] = Runtime,
        ["Versioned"] = Runtime,
        ["VersionScope"] = Runtime,
        ["OperationRequestAdapter"] = Runtime,
        ["ApiKeyPlace"] = Pipeline,
        ["ApiKeyScheme"] = Pipeline,
        ["ClientDefaults"] = Pipeline,
        ["OpenApiClientOptions"] = Pipeline,
        ["IConfiguration"] = "Microsoft.Extensions.Configuration",
        ["IHttpClientBuilder"] = DependencyInjection,
        ["IServiceCollection"] = DependencyInjection,
    };

    // C# finds types by name and number of type arguments, so nothing that a client declares can hide these.
    private static readonly HashSet<string> Generic = new(
        ["Action", "Dictionary", "IDictionary", "IReadOnlyList", "DirectJsonMixedList", "List", "ParsableFactory", "ReadOnlySpan", "RequestConfiguration"], StringComparer.Ordinal);

    /// <summary>The names, without namespaces, of those that a type of the same name would hide.</summary>
    public static IEnumerable<string> NamesThatCanBeHidden => Namespaces.Keys.Where(name => !Generic.Contains(name));

    /// <summary>The namespace of one.</summary>
    public static string NamespaceOf(string simpleName) => Namespaces[simpleName];
}
