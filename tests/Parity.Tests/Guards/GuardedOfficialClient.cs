using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Kiota.Abstractions;
using Parity.Tests.Calls;
using Parity.Tests.Clients;
using Parity.Tests.Inputs;
using Parity.Tests.Tool;
using SieSmart.Generators;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Runtime;

namespace Parity.Tests.Guards;

/// <summary>What the official tool makes of a document, with our guards beside it.</summary>
internal sealed class GuardedOfficialClient
{
    private readonly IReadOnlyList<MethodInfo> _guards = [];

    private GuardedOfficialClient(Compilation compilation, GeneratorRunResult guards)
    {
        GuardFaults = guards.Diagnostics;
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        Errors = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        GuardWarnings = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && guards.GeneratedSources.Any(source => source.SyntaxTree == diagnostic.Location.SourceTree))];
        if (result.Success)
        {
            image.Position = 0;
            var assembly = new ClientLoadContext().LoadFromStream(image);
            _guards = assembly.GetType($"{ParityDocument.Namespace}.ApiClientGuards")?.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly) ?? [];

            // A client registers what writes its bodies.
            Activator.CreateInstance(assembly.GetTypes().Single(type => type.Name is "ApiClient" && typeof(BaseRequestBuilder).IsAssignableFrom(type)), Adapter);
        }
    }

    /// <summary>What our generator complained of.</summary>
    public IReadOnlyList<Diagnostic> GuardFaults { get; }

    /// <summary>What the compiler refused, in the client or in the guards.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; }

    /// <summary>What the compiler thinks odd in the guards.</summary>
    public IReadOnlyList<Diagnostic> GuardWarnings { get; }

    /// <summary>Verb and path of each request that a guard makes with a mandatory ETag, and the If-Match in it.</summary>
    public IEnumerable<(string Operation, string IfMatch)> GuardedRequests => _guards
        .Where(method => method.ReturnType == typeof(RequestInformation) && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(ETag)))
        .Select(method => (RequestInformation)Call(method))
        .Select(request => ($"{request.HttpMethod} {PathOf(request.UrlTemplate!)}", string.Join(", ", request.Headers["If-Match"])));

    /// <summary>Lets the tool make the client, and puts our guards beside it.</summary>
    public static async Task<GuardedOfficialClient> GenerateAsync(ParityDocument document, ClientForm form, CancellationToken cancellationToken)
    {
        var client = ClientCompiler.Compilation(await KiotaTool.GenerateAsync(document, form, cancellationToken));
        var item = new OpenApiDocument(document.Path, document.Text)
            .With("ClientName", "ApiClient")
            .With("Namespace", ParityDocument.Namespace)
            .With("Engine", "Kiota");
        var driver = CSharpGeneratorDriver
            .Create([new OpenApiClientGenerator().AsSourceGenerator()], [new DocumentText(item)], ClientCompiler.ParseOptions, new MetadataOptionsProvider([item]))
            .RunGeneratorsAndUpdateCompilation(client, out var guarded, out _, cancellationToken);
        return new GuardedOfficialClient(guarded, driver.GetRunResult().Results.Single());
    }

    private static IRequestAdapter Adapter => new StubTransport(() => new HttpResponseMessage()).Adapter("https://api.example.test");

    private static object Call(MethodInfo method)
    {
        var arguments = method.GetParameters().Select((parameter, position) =>
            position == 0 ? BuilderOf(parameter.ParameterType)
            : parameter.ParameterType == typeof(ETag) ? ETag.Parse("\"7\"")
            : parameter.ParameterType == typeof(string) ? "application/octet-stream"
            : parameter.HasDefaultValue ? null
            : Sample(parameter.ParameterType));
        return method.Invoke(null, [.. arguments])!;
    }

    private static object BuilderOf(Type type) =>
        Activator.CreateInstance(type, new Dictionary<string, object>(StringComparer.Ordinal), Adapter)!;

    private static object Sample(Type type) =>
        type == typeof(Stream) ? new MemoryStream([1])
        : type == typeof(byte[]) ? new byte[] { 1 }
        : Activator.CreateInstance(type)!;

    private static string PathOf(string template)
    {
        var path = Uri.UnescapeDataString(template.Replace("{+baseurl}", "", StringComparison.Ordinal));
        var query = path.IndexOf("{?", StringComparison.Ordinal);
        return query < 0 ? path : path[..query];
    }
}
