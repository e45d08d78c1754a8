using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Kiota.Abstractions;

namespace Parity.Tests.Clients;

/// <summary>A client as the compiler sees it and, where it compiles, as a program runs it.</summary>
internal sealed class CompiledClient
{
    private readonly Lazy<Assembly> _assembly;

    public CompiledClient(IReadOnlyList<ClientSource> sources, IEnumerable<string> faults)
    {
        Compilation = ClientCompiler.Compilation(sources);
        var image = new MemoryStream();
        var result = Compilation.Emit(image);
        Faults =
        [
            .. faults,
            .. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()),
        ];
        Warnings = [.. result.Diagnostics.Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Warning, IsSuppressed: false }).Select(diagnostic => diagnostic.ToString())];
        _assembly = new(() =>
        {
            image.Position = 0;
            return new ClientLoadContext().LoadFromStream(image);
        });
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>Why there is no program: what the generator or the compiler complained of.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What the compiler warned of.</summary>
    public IReadOnlyList<string> Warnings { get; }

    public bool Runs => Faults.Count == 0;

    public Assembly Assembly => _assembly.Value;

    /// <summary>The type with which a caller begins.</summary>
    public Type Root => Assembly.GetTypes().Single(type => type.Name is "ApiClient" && typeof(BaseRequestBuilder).IsAssignableFrom(type));
}
