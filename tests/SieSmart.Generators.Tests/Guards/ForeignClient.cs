using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Guards;

/// <summary>A client in Kiota's own form that is part of a project's sources, and what is generated beside it.</summary>
internal static class ForeignClient
{
    /// <summary>Runs the generator in a project that has the client of a document already.</summary>
    /// <param name="target">The project's framework.</param>
    /// <param name="client">The document from which the client was made.</param>
    /// <param name="guarded">The item that asks for guards.</param>
    public static GeneratorRun Guard(TargetPlatform target, OpenApiDocument client, OpenApiDocument guarded)
    {
        var sources = GeneratorRun.WithoutRuntime(target, client.With("Preconditions", "None").With("Registration", "false")).Sources.Values;
        return sources.Aggregate(GeneratorRun.Of(target, guarded.With("Engine", "Referenced")), (run, source) => run.After(source));
    }
}
