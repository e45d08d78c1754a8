using Microsoft.CodeAnalysis;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Finding;

/// <summary>Finds the request builders of a client that others generated, and decides how their operations are guarded.</summary>
internal sealed class GuardFinder(GuardedClientModel client, string documentPath, Compilation compilation)
{
    private readonly FaultList _faults = new(documentPath);

    /// <summary>Finds all that the document wants guarded.</summary>
    public FoundGuards Find(CancellationToken cancellationToken)
    {
        if (TypeNamed(client.ClientFullName) is null)
        {
            // One word about the client instead of one about each of its request builders.
            _faults.Add(DiagnosticRules.MissingClient, default, client.ClientFullName);
            return FoundGuards.None with { Faults = _faults.ToEquatableArray() };
        }

        var files = new List<SourceFile>();
        foreach (var builder in client.Builders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (GuardsOf(builder) is { } file)
            {
                files.Add(new SourceFile(client.Name + "." + client.Namespace + "." + builder.FullName, file, client.Style));
            }
        }

        var marks = new GuardMarksModel(
            client.Namespace, client.Name, client.ClientFullName, client.IsRequired, files.Select(file => (GuardFileModel)file.Type).ToEquatableArray(), client.Style);
        return new FoundGuards(GeneratedClient.Of(client.Namespace + "." + client.Name, files).Shelves, files.Count == 0 ? null : marks, _faults.ToEquatableArray());
    }

    private GuardFileModel? GuardsOf(GuardedBuilderModel builder)
    {
        if (TypeNamed(builder.FullName) is not { } type)
        {
            foreach (var executor in builder.Executors)
            {
                _faults.Add(DiagnosticRules.MissingRequestBuilder, default, TitleOf(executor), builder.FullName);
            }

            return null;
        }

        var guards = builder.Executors.Select(executor => GuardOf(executor, type)).OfType<GuardModel>().ToEquatableArray();
        return guards.IsEmpty ? null : new GuardFileModel(client.Namespace, client.Name, Spelling.Of(type), "global::" + client.OperationsFullName, guards);
    }

    private GuardModel? GuardOf(GuardedExecutorModel guarded, INamedTypeSymbol type)
    {
        var executor = guarded.Executor;
        var senders = new[] { executor.Name, executor.Verb }.Distinct().Select(name => name + "Async").ToList();
        var methods = senders.SelectMany(name => MethodsOf(type, name)).ToList();
        var hasBody = executor.Body is not null;
        if (methods.Select(method => ForeignExecutor.Read(method, hasBody)).FirstOrDefault(read => read is not null) is not { } sender)
        {
            _faults.Add(
                DiagnosticRules.DifferentSignature,
                default,
                TitleOf(guarded),
                methods.Count == 0 ? $"{type.ToDisplayString()} has no method {senders[0]}" : $"{methods[0].ToDisplayString()} takes other arguments than Kiota's methods of such an operation do");
            return null;
        }

        var requestInformationName = $"To{executor.Verb}RequestInformation";
        return new GuardModel(
            executor,
            guarded.DescriptionName,
            sender.Name,
            MethodsOf(type, requestInformationName).Any(method => ForeignExecutor.Read(method, hasBody) is { } maker && maker.HasSameParameters(sender)) ? requestInformationName : null,
            senders.Append(requestInformationName).Where(name => MethodsOf(type, name).Any()).ToEquatableArray(),
            sender.BodyParameters,
            sender.ConfigurationType,
            // Who says that nothing comes back gets nothing: an answer without a body is no failure then.
            executor.Result is null ? null : sender.ResultType);
    }

    private IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IMethodSymbol>().Where(method => !method.IsStatic && compilation.IsSymbolAccessibleWithin(method, compilation.Assembly));

    private INamedTypeSymbol? TypeNamed(string fullName) =>
        compilation.Assembly.GetTypeByMetadataName(fullName)
        ?? compilation.GetTypesByMetadataName(fullName).FirstOrDefault(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));

    private static string TitleOf(GuardedExecutorModel executor) => $"{executor.Executor.Operation.Method} {executor.Executor.Operation.PathTemplate}";
}
