using System.Reflection;
using System.Runtime.Loader;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>What a generated client sends, found out by compiling and running it.</summary>
internal static class GeneratedRequest
{
    private const string Caller = """
        using System;
        using System.Reflection;
        using Microsoft.Kiota.Abstractions;

        public class Adapter : DispatchProxy
        {
            protected override object? Invoke(MethodInfo? method, object?[]? arguments) => method!.Name == "get_BaseUrl" ? "https://api.example" : null;
        }

        public static class Caller
        {
            public static string Url()
            {
                var client = new Api.ApiClient(DispatchProxy.Create<IRequestAdapter, Adapter>());
                return (CALL).URI.OriginalString;
            }
        }
        """;

    /// <summary>The address, behind the server's, of a request.</summary>
    /// <param name="paths">The paths of the document.</param>
    /// <param name="call">An expression that makes a request of the <c>client</c>.</param>
    /// <param name="isBackwardCompatible">Whether the client has the members for older callers.</param>
    public static string UrlOf(string paths, string call, bool isBackwardCompatible = false) => UrlOf(
        new OpenApiDocument("/consumer/api.yaml", $"openapi: 3.0.3\ninfo: {{ title: Api, version: '1' }}\nservers: [ {{ url: https://api.example }} ]\npaths:\n{paths}\n")
            .With("BackwardCompatible", isBackwardCompatible ? "true" : "false"),
        call);

    /// <summary>The address, behind the server's, of a request.</summary>
    /// <param name="document">The document; its server is <c>https://api.example</c>.</param>
    /// <param name="call">An expression that makes a request of the <c>client</c>.</param>
    public static string UrlOf(OpenApiDocument document, string call) => UrlOf([document.With("Namespace", "Api").With("Preconditions", "None")], call);

    /// <summary>The address, behind the server's, of a request.</summary>
    /// <param name="documents">The document and what belongs to it; its client is <c>Api.ApiClient</c>, and its server is <c>https://api.example</c>.</param>
    /// <param name="call">An expression that makes a request of the <c>client</c>.</param>
    public static string UrlOf(IReadOnlyList<OpenApiDocument> documents, string call)
    {
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, documents);
        var context = new AssemblyLoadContext(nameof(GeneratedRequest));
        context.Resolving += (_, name) => TargetPlatform.Net100.PathOf(name.Name + ".dll") is { } path ? context.LoadFromAssemblyPath(path) : null;
        using var image = new MemoryStream();
        Assert.Empty(run.Emit(image, Caller.Replace("CALL", call, StringComparison.Ordinal)));
        image.Position = 0;
        var url = (string)context.LoadFromStream(image).GetType("Caller")!.GetMethod("Url", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        Assert.StartsWith("https://api.example", url, StringComparison.Ordinal);
        return url["https://api.example".Length..];
    }
}
