using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.DirectJson;
using SieSmart.Generators.Finding;
using SieSmart.Generators.Kiota;
using SieSmart.Generators.Model;
using SieSmart.Generators.Preconditions;
using SieSmart.Generators.Reading;
using SieSmart.Generators.Reading.Syntax;
using SieSmart.Generators.Registration;
using SieSmart.Generators.Shaping;
using SieSmart.Generators.Text;

namespace SieSmart.Generators;

/// <summary>
/// Generates a client for every OpenApiClient item. One parse feeds three printers, Kiota's, that of the preconditions and that of
/// direct JSON; the model says which of them writes what, so none needs to see what another wrote.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var additionalFiles = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => (Text: pair.Left, Metadata: pair.Right.GetOptions(pair.Left)));
        var documents = additionalFiles.Where(static file => ClientOptionsReader.IsDocument(file.Metadata));
        var overlays = additionalFiles
            .Where(static file => ClientOptionsReader.IsOverlay(file.Metadata))
            .Select(static (file, _) => file.Text)
            .Collect();

        var requests = documents
            .Where(static pair => ClientOptionsReader.IsClient(pair.Metadata))
            .Select(static (pair, _) => ReadOptions(pair.Text, pair.Metadata))
            .Combine(documents.Select(static (pair, _) => pair.Text).Collect())
            .Combine(overlays)
            .Select(static (pair, cancellationToken) => pair.Left.Left.WithOverlays(pair.Right).WithReferencedFiles(pair.Left.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Documents);

        // Of this run's project alone, as long as it is open: what its documents were before their last edit.
        var parsed = new ParsedTexts();
        var results = requests.Select((request, cancellationToken) => Generate(request, parsed, cancellationToken)).WithTrackingName(TrackingNames.Results);

        // Faults move with the lines of the document; what is generated does not.
        var clients = results.Select(static (result, _) => result with { Faults = default }).WithTrackingName(TrackingNames.Clients);

        var target = TargetOf(context).WithTrackingName(TrackingNames.Target);

        var faults = results
            .SelectMany(static (result, _) => result.Faults)
            .WithTrackingName(TrackingNames.Faults);
        context.RegisterSourceOutput(
            faults.Combine(target.Select(static (target, _) => target.Types.HasDirectJson)).Where(static pair => pair.Left.Counts(pair.Right)),
            static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic()));

        context.RegisterSourceOutput(clients.Combine(target), static (output, pair) => CheckTarget(output, pair.Left, pair.Right));

        var firstDocument = clients.Where(static result => result.Client is not null).Collect().Select(static (results, _) => results.FirstOrDefault()?.DocumentPath);
        context.RegisterSourceOutput(firstDocument.Combine(target), static (output, pair) => CheckKiota(output, pair.Left, pair.Right));

        var files = clients
            .Combine(target.Select(static (target, _) => target.CanRun))
            .SelectMany(static (pair, _) => pair.Right ? pair.Left.Client?.Shelves ?? default : default)
            .WithTrackingName(TrackingNames.Files);
        var printable = files.Combine(target.Select(static (target, _) => target.Dialect));
        context.RegisterSourceOutput(printable, static (output, pair) => AddFiles(output, pair.Left, ".g.cs", file => PrintWith(file, pair.Left, pair.Right)));
        context.RegisterSourceOutput(printable, static (output, pair) => AddPreconditions(output, pair.Left, pair.Right));

        RegisterGuards(context, clients, target);

        var modes = clients.Select(static (result, _) => result.Options?.Mode ?? PreconditionMode.None).Collect();
        context.RegisterSourceOutput(
            modes.Combine(target).Select(static (pair, _) => pair.Right is { CanRun: true, Types.HasExperimentalAttribute: false } && pair.Left.Any(mode => mode != PreconditionMode.None)),
            static (output, isNeeded) => AddPolyfill(output, isNeeded, "ExperimentalAttribute", PolyfillText.ExperimentalAttribute));
        context.RegisterSourceOutput(
            modes.Combine(target).Select(static (pair, _) => pair.Right is { CanRun: true, RanksOverloads: true, Types.HasOverloadResolutionPriorityAttribute: false } && pair.Left.Contains(PreconditionMode.Warn)),
            static (output, isNeeded) => AddPolyfill(output, isNeeded, "OverloadResolutionPriorityAttribute", PolyfillText.OverloadResolutionPriorityAttribute));
    }

    // Beside clients that others generated, which are looked for again when one of them may have changed. A project without any keeps no compilation.
    private static void RegisterGuards(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ClientResult> clients, IncrementalValueProvider<CompilationTarget> target)
    {
        var guarded = clients.Where(static result => result.Client?.Guarded is not null);
        var project = guarded.Collect()
            .Select(static (results, _) => !results.IsEmpty)
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => pair.Left ? pair.Right : null)
            .WithComparer(new ClientComparer());
        var guards = guarded
            .Combine(target.Select(static (target, _) => target.CanGuard))
            .Combine(project)
            .Select(static (pair, cancellationToken) => pair.Left.Right && pair.Right is { } compilation
                ? new GuardFinder(pair.Left.Left.Client!.Guarded!, pair.Left.Left.DocumentPath, compilation).Find(cancellationToken)
                : FoundGuards.None)
            .WithTrackingName(TrackingNames.Guards);
        context.RegisterSourceOutput(guards.SelectMany(static (found, _) => found.Faults), static (output, fault) => output.ReportDiagnostic(fault.ToDiagnostic()));

        var dialect = target.Select(static (target, _) => target.Dialect);
        context.RegisterSourceOutput(
            guards.SelectMany(static (found, _) => found.Shelves).Combine(dialect),
            static (output, pair) => AddFiles(output, pair.Left, ".Guards.g.cs", file => [PrintType(file, pair.Right)]));
        context.RegisterSourceOutput(
            guards.Select(static (found, _) => found.Marks).Combine(dialect),
            static (output, pair) => AddMarks(output, pair.Left, pair.Right));
    }

    private static void AddMarks(SourceProductionContext output, GuardMarksModel? marks, SourceDialect dialect)
    {
        if (marks is not null)
        {
            output.AddSource($"{marks.Name}.{marks.Namespace}.Marks.g.cs", ToSource(GuardMarksPrinter.Print(marks, dialect)));
        }
    }

    private static ClientRequest ReadOptions(AdditionalText document, Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions metadata)
    {
        var faults = new FaultList(document.Path);
        var options = new ClientOptionsReader(metadata, faults).Read();
        return new ClientRequest(document, options, RuleSeverities.Apply(options?.Severities ?? default, faults.ToEquatableArray()));
    }

    private static ClientResult Generate(ClientRequest request, ParsedTexts parsed, CancellationToken cancellationToken)
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
            if (OpenApiReader.Read(new DocumentFiles(request.Document, request.Overlays, request.ReferencedFiles, parsed, faults, cancellationToken), faults) is { } document)
            {
                client = ClientShaper.Shape(document, options, faults);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A defect here must not take the compiler's other generators down with it.
            faults.Add(DiagnosticRules.InternalError, default, exception.GetType().Name + ": " + exception.Message.Replace('\n', ' '));
        }

        var own = faults.ToEquatableArray();
        if (options.Engine != ClientEngine.BuiltIn)
        {
            // What the document says of types is for others to read.
            own = own.Where(fault => !DiagnosticRules.AboutTypes.Contains(fault.Rule)).ToEquatableArray();
        }

        if (options.DirectJson == false)
        {
            own = own.Where(fault => fault.Counts(hasDirectJson: false)).Select(fault => fault with { OfDirectJson = null }).ToEquatableArray();
        }

        return new ClientResult(path, options, client, request.Faults.Concat(RuleSeverities.Apply(options.Severities, own)).ToEquatableArray());
    }

    private static void CheckTarget(SourceProductionContext output, ClientResult result, CompilationTarget target)
    {
        if (result.Options is not { } options || result.Client is null || !target.CanRun)
        {
            return;
        }

        if (options.Mode != PreconditionMode.None && !target.Types.HasRuntime)
        {
            output.ReportDiagnostic(new Fault(DiagnosticRules.MissingRuntime, result.DocumentPath, default, new EquatableArray<string>([options.ClientName, options.Mode.ToString()])).ToDiagnostic());
        }

        if (options.DirectJson == true && options.Engine != ClientEngine.BuiltIn)
        {
            output.ReportDiagnostic(new Fault(DiagnosticRules.UnavailableOption, result.DocumentPath, default, new EquatableArray<string>(["DirectJson", "true", $"With Engine=\"{options.Engine}\" the models are Kiota's. Leave the option out."])).ToDiagnostic());
        }
        else if (options.DirectJson == true && !target.Types.HasDirectJson)
        {
            output.ReportDiagnostic(new Fault(DiagnosticRules.UnavailableOption, result.DocumentPath, default, new EquatableArray<string>(["DirectJson", "true", "The project doesn't reference the package SieSmart.Runtime, which reads and writes the JSON. Add it, or leave the option out."])).ToDiagnostic());
        }

        if (target.LanguageVersion < CompilationTarget.MinimumLanguageVersion)
        {
            output.ReportDiagnostic(new Fault(DiagnosticRules.LanguageVersionTooLow, result.DocumentPath, default, new EquatableArray<string>([target.LanguageVersion.ToString().Replace("CSharp", "").Replace('_', '.')])).ToDiagnostic());
        }
    }

    // Once, however many clients there are: it is about the project.
    private static void CheckKiota(SourceProductionContext output, string? firstDocument, CompilationTarget target)
    {
        if (firstDocument is not null && target.OldKiota is { } oldKiota)
        {
            output.ReportDiagnostic(new Fault(DiagnosticRules.KiotaTooOld, firstDocument, default, new EquatableArray<string>([oldKiota])).ToDiagnostic());
        }
    }

    private static IncrementalValueProvider<CompilationTarget> TargetOf(IncrementalGeneratorInitializationContext context)
    {
        var referenced = context.MetadataReferencesProvider.Collect()
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (pair, _) => ReferencedLibraries.In(pair.Left, pair.Right));
        return context.CompilationProvider
            .Select(static (compilation, _) => (Declared: ReferencedTypes.DeclaredIn(compilation), Version: (compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.Latest))
            .Combine(referenced)
            .Select(static (pair, _) => new CompilationTarget(pair.Left.Declared.And(pair.Right.Types), pair.Right.OldKiota, pair.Left.Version));
    }

    private static CSharpSource? PrintType(SourceFile file, SourceDialect dialect)
    {
        if (file.Type is RegistrationModel && !dialect.HasPipeline)
        {
            return null;
        }

        var source = new CSharpSource(file.Style, dialect);
        PrintKiota(file, source);
        if (source.HasDirectJson)
        {
            DirectJsonPrinter.Print(file.Type, source);
        }

        return source;
    }

    private static void PrintKiota(SourceFile file, CSharpSource source)
    {
        switch (file.Type)
        {
            case RequestBuilderModel model:
                RequestBuilderPrinter.Print(model, source, source.RanksOverloads);
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
            case RegistrationModel model:
                RegistrationPrinter.Print(model, source);
                break;
            case OperationListModel model:
                OperationListPrinter.Print(model, source);
                break;
            case GuardFileModel model:
                GuardPrinter.Print(model, source);
                break;
        }
    }

    private static CSharpSource? PrintPreconditions(SourceFile file, SourceDialect dialect)
    {
        if (file.Type is not RequestBuilderModel builder || !PreconditionPrinter.IsNeeded(builder))
        {
            return null;
        }

        var source = new CSharpSource(file.Style, dialect);
        PreconditionPrinter.Print(builder, source);
        return source;
    }

    // In a file for many types there is room for their preconditions, too.
    private static IEnumerable<CSharpSource?> PrintWith(SourceFile file, FileShelf shelf, SourceDialect dialect) =>
        shelf.HintName is null ? [PrintType(file, dialect)] : [PrintType(file, dialect), PrintPreconditions(file, dialect)];

    private static void AddPreconditions(SourceProductionContext output, FileShelf shelf, SourceDialect dialect)
    {
        if (shelf.HintName is null)
        {
            AddFiles(output, shelf, ".Preconditions.g.cs", file => [PrintPreconditions(file, dialect)]);
        }
    }

    private static void AddFiles(SourceProductionContext output, FileShelf shelf, string extension, Func<SourceFile, IEnumerable<CSharpSource?>> print)
    {
        var sections = new StringBuilder();
        foreach (var file in shelf.Files)
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            foreach (var source in print(file).OfType<CSharpSource>())
            {
                if (shelf.HintName is null)
                {
                    output.AddSource(file.HintName + extension, ToSource(source.ToFile(file.Type.Namespace)));
                }
                else
                {
                    sections.Append(source.ToSection(file.Type.Namespace));
                }
            }
        }

        if (sections.Length > 0)
        {
            output.AddSource(shelf.HintName + extension, ToSource(CSharpSource.Head + sections));
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
