namespace SieSmart.Runtime;

/// <summary>The secrets that a request carries beside its Authorization header, so that what a server repeats of them can be masked.</summary>
internal static class ShownSecrets
{
    // A name and a type of .NET's, since this file is compiled into several assemblies.
    private const string Key = "SieSmart.ShownSecrets";

    public static void Add(HttpRequestMessage request, string secret)
    {
        if (Find(request) is not { } secrets)
        {
            secrets = new HashSet<string>(StringComparer.Ordinal);
#if NET8_0_OR_GREATER
            request.Options.Set(new HttpRequestOptionsKey<HashSet<string>>(Key), secrets);
#else
            request.Properties[Key] = secrets;
#endif
        }

        secrets.Add(secret);
    }

    /// <summary>All of a request; null if there are none.</summary>
    public static IReadOnlyCollection<string>? Of(HttpRequestMessage request) => Find(request);

    private static HashSet<string>? Find(HttpRequestMessage request) =>
#if NET8_0_OR_GREATER
        request.Options.TryGetValue(new HttpRequestOptionsKey<HashSet<string>>(Key), out var secrets) ? secrets : null;
#else
        request.Properties.TryGetValue(Key, out var secrets) ? secrets as HashSet<string> : null;
#endif
}
