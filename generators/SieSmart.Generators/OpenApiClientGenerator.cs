using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Kiota;
using SieSmart.Generators.Model;
using SieSmart.Generators.Preconditions;
using SieSmart.Generators.Reading;
using SieSmart.Generators.Shaping;
using SieSmart.Generators.Text;

namespace SieSmart.Generators;

/// <summary>
/// Generates a client for every OpenApiClient item. One parse feeds two printers, Kiota's and that of the preconditions;
/// the model says which of them writes each executor, so neither needs to see what the other wrote.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => (Text: pair.Left, Metadata: pair.Right.GetOptions(pair.Left)))
            .Where(static pair => ClientOptionsReader.IsDocument(pair.Metadata));

        var requests = documents
            .Where(static pair => ClientOptionsReader.IsClient(pair.Metadata))
            .Select(static (pair, _) => ReadOptions(pair.Text, pair.Metadata))
            .Combine(documents.Select(static (pair, _) => pair.Text).Collect())
            .Select(static (pair, cancellationToken) => pair.Left with { ReferencedFiles = ReferencedFiles.Of(pair.Left.Document, pair.Right, cancellationToken) })
            .WithTrackingName(TrackingNames.Documents);

        var results = requests.Select(Generate).WithTrackingName(TrackingNames.Results);

        // Faults move with the lines of the document; what is generated does not.
        var clients = results.Select(static (result, _) => result with { Faults = default }).WithTrackingName(TrackingNames.Clients);

        var target = TargetOf(context).WithTrackingName(TrackingNames.Target);

        var faults = results
            .SelectMany(static (result, _) => result.Faults)
            .WithTrackingName(TrackingNames.Faults);
        context.RegisterSourceOutput(faults, static (output, fault) => output.ReportDiagnostic(fault.ToDiagnostic()));

        context.RegisterSourceOutput(clients.Combine(target), static (output, pair) => CheckTarget(output, pair.Left, pair.Right));

        var files = clients
            .SelectMany(static (result, _) => result.Client?.Shelves ?? default)
            .WithTrackingName(TrackingNames.Files);
        var ranksOverloads = target.Select(static (target, _) => target.RanksOverloads);
        context.RegisterSourceOutput(files.Combine(ranksOverloads), static (output, pair) => AddFiles(output, pair.Left, ".g.cs", file => PrintKiota(file, pair.Right)));
        context.RegisterSourceOutput(files, static (output, shelf) => AddFiles(output, shelf, ".Preconditions.g.cs", PrintPreconditions));

        var modes = clients.Select(static (result, _) => result.Options?.Mode ?? PreconditionMode.None).Collect();
        context.RegisterSourceOutput(
            modes.Combine(target).Select(static (pair, _) => !pair.Right.Types.HasExperimentalAttribute && pair.Left.Any(mode => mode != PreconditionMode.None)),
            static (output, isNeeded) => AddPolyfill(output, isNeeded, "ExperimentalAttribute", PolyfillText.ExperimentalAttribute));
        context.RegisterSourceOutput(
            modes.Combine(target).Select(static (pair, _) => pair.Right is { RanksOverloads: true, Types.HasOverloadResolutionPriorityAttribute: false } && pair.Left.Contains(PreconditionMode.Warn)),
            static (output, isNeeded) => AddPolyfill(output, isNeeded, "OverloadResolutionPriorityAttribute", PolyfillText.OverloadResolutionPriorityAttribute));
    }

    private static ClientRequest ReadOptions(AdditionalText document, Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions metadata)
    {
        var faults = new FaultList(document.Path);
        var options = new ClientOptionsReader(metadata, faults).Read();
        return new ClientRequest(document, options, WithSeverities(faults.ToEquatableArray(), options));
    }

    private static ClientResult Generate(ClientRequest request, CancellationToken cancellationToken)
    {
        var path = request.Document.Path;
        if (request.Options is not { } options)
        {
            return new ClientResult(path, Options: null, Client: null, request.Faults);
        }

        var faults = new FaultList(path);
        GeneratedClient? client = null;
        try
        {
            if (OpenApiReader.Read(new DocumentFiles(request.Document, request.ReferencedFiles, faults, cancellationToken), faults) is { } document)
            {
                client = ClientShaper.Shape(document, options, faults);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A defect here must not take the compiler's other generators down with it.
            faults.Add(DiagnosticRules.InternalError, default, exception.GetType().Name + ": " + exception.Message.Replace('\n', ' '));
        }

        return new ClientResult(path, options, client, request.Faults.Concat(WithSeverities(faults.ToEquatableArray(), options)).ToEquatableArray());
    }

    private static EquatableArray<Fault> WithSeverities(EquatableArray<Fault> faults, ClientOptions? options)
    {
        if (options is null || options.Severities.IsEmpty)
        {
            return faults;
        }

        var severities = options.Severities.ToDictionary(severity => severity.RuleId, severity => severity.Severity, StringComparer.Ordinal);
        return faults
            .Where(fault => !severities.TryGetValue(fault.Rule.Id, out var severity) || severity is not null)
            .Select(fault => severities.TryGetValue(fault.Rule.Id, out var severity) ? fault with { Severity = severity!.Value } : fault)
            .ToEquatableArray();
    }

    private static void CheckTarget(SourceProductionContext output, ClientResult result, CompilationTarget target)
    {
        if (result.Options is not { } options || result.Client is null)
        {
            return;
        }

        if (options.Mode != PreconditionMode.None && !target.Types.HasRuntime)
        {
            output.ReportDiagnostic(new Fault(DiagnosticRules.MissingRuntime, result.DocumentPath, default, new EquatableArray<string>([options.ClientName, options.Mode.ToString()])).ToDiagnostic());
        }

        if (target.LanguageVersion < CompilationTarget.MinimumLanguageVersion)
        {
            output.ReportDiagnostic(new Fault(DiagnosticRules.LanguageVersionTooLow, result.DocumentPath, default, new EquatableArray<string>([target.LanguageVersion.ToString().Replace("CSharp", "").Replace('_', '.')])).ToDiagnostic());
        }
    }

    private static IncrementalValueProvider<CompilationTarget> TargetOf(IncrementalGeneratorInitializationContext context)
    {
        var referenced = context.MetadataReferencesProvider.Collect()
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (pair, _) => ReferencedTypes.In(pair.Left, pair.Right));
        return context.CompilationProvider
            .Select(static (compilation, _) => (Declared: ReferencedTypes.DeclaredIn(compilation), Version: (compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.Latest))
            .Combine(referenced)
            .Select(static (pair, _) => new CompilationTarget(pair.Left.Declared.And(pair.Right), pair.Left.Version));
    }

    private static Text.SourceText PrintKiota(SourceFile file, bool ranksOverloads)
    {
        var source = new Text.SourceText(file.Style);
        switch (file.Type)
        {
            case RequestBuilderModel model:
                RequestBuilderPrinter.Print(model, source, ranksOverloads);
                break;
            case ClassModel model:
                ClassPrinter.Print(model, source);
                break;
            case ComposedTypeModel model:
                ComposedTypePrinter.Print(model, source);
                break;
            case EnumModel model:
                EnumPrinter.Print(model, source);
                break;
            case OperationTableModel model:
                OperationTablePrinter.Print(model, source);
                break;
            case OlderResponseModel model:
                OlderResponsePrinter.Print(model, source);
                break;
            case KnownValuesModel model:
                KnownValuesPrinter.Print(model, source);
                break;
        }

        return source;
    }

    private static Text.SourceText? PrintPreconditions(SourceFile file)
    {
        if (file.Type is not RequestBuilderModel builder || !PreconditionPrinter.IsNeeded(builder))
        {
            return null;
        }

        var source = new Text.SourceText(file.Style);
        PreconditionPrinter.Print(builder, source);
        return source;
    }

    private static void AddFiles(SourceProductionContext output, FileShelf shelf, string extension, Func<SourceFile, Text.SourceText?> print)
    {
        var sections = new StringBuilder();
        foreach (var file in shelf.Files)
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            if (print(file) is not { } source)
            {
                continue;
            }

            if (shelf.HintName is null)
            {
                output.AddSource(file.HintName + extension, ToSource(source.ToFile(file.Type.Namespace)));
            }
            else
            {
                sections.Append(source.ToSection(file.Type.Namespace));
            }
        }

        if (sections.Length > 0)
        {
            output.AddSource(shelf.HintName + extension, ToSource(Text.SourceText.Head + sections));
        }
    }

    private static void AddPolyfill(SourceProductionContext output, bool isNeeded, string name, string text)
    {
        if (isNeeded)
        {
            output.AddSource(name + ".g.cs", ToSource(text));
        }
    }

    private static Microsoft.CodeAnalysis.Text.SourceText ToSource(string text) => Microsoft.CodeAnalysis.Text.SourceText.From(text, Utf8);
}
