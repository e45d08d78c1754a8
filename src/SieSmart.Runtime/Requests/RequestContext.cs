namespace SieSmart.Runtime;

/// <summary>Finds the context of a message, under the name that Kiota gives to options.</summary>
internal static class RequestContext
{
    private const string Name = "SieSmart.Runtime.OperationContext";

#if NET8_0_OR_GREATER
    private static readonly HttpRequestOptionsKey<OperationContext> Key = new(Name);

    /// <summary>The context; null of a message that was made by hand.</summary>
    public static OperationContext? Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var context) ? context : null;
#else
    /// <summary>The context; null of a message that was made by hand.</summary>
    public static OperationContext? Of(HttpRequestMessage request) => request.Properties.TryGetValue(Name, out var context) ? context as OperationContext : null;
#endif
}
