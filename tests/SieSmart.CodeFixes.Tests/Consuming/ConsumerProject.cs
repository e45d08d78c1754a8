using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SieSmart.Analyzers.Preconditions;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.CodeFixes.Tests.Consuming;

/// <summary>A project in a workspace that has a generated client and one file of its own, with the analyzers at work.</summary>
internal sealed class ConsumerProject
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(VersionFlowAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly ImmutableArray<CodeFixProvider> Fixes =
    [
        .. typeof(MissingETagCodeFixProvider).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private readonly Document _document;

    private ConsumerProject(Document document) => _document = document;

    /// <summary>Makes a project.</summary>
    public static ConsumerProject Of(OpenApiDocument api, string source, LanguageVersion language = LanguageVersion.Latest, bool isProgram = false)
    {
        var id = ProjectId.CreateNewId();
        var options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        using var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp, compilationOptions: options, parseOptions: new CSharpParseOptions(language)))
            .AddMetadataReferences(id, References.All);
        foreach (var generated in GeneratedClient.Of(api, language))
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), generated.HintName, generated.SourceText, filePath: "/consumer/obj/" + generated.HintName);
        }

        var document = DocumentId.CreateNewId(id);
        solution = solution.AddDocument(document, "Consumer.cs", SourceText.From(source), filePath: "/consumer/Consumer.cs");
        return new ConsumerProject(solution.GetDocument(document)!);
    }

    /// <summary>The file's text.</summary>
    public async Task<string> TextAsync() => (await _document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>What the compiler says against the file.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CompileAsync()
    {
        var compilation = await _document.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        return [.. compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS1701" or "CS1702"))];
    }

    /// <summary>What the analyzers say of a kind, in the order of the file.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(params string[] ids) => [.. (await DiagnosticsAsync()).Where(diagnostic => ids.Contains(diagnostic.Id, StringComparer.Ordinal))];

    /// <summary>The titles of what is offered for the first diagnostic of a kind.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync(string id) => [.. (await ActionsAsync(id)).Select(action => action.Title)];

    /// <summary>Takes the only thing that is offered for the first diagnostic of a kind.</summary>
    public async Task<ConsumerProject> FixAsync(string id) => await ApplyAsync(Assert.Single(await ActionsAsync(id)));

    /// <summary>Fixes all diagnostics of a kind in the file at once; null if that is not offered.</summary>
    public async Task<ConsumerProject?> FixAllAsync(string id, string? equivalenceKey = null)
    {
        var fix = Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(id));
        var diagnostics = await FindAsync([.. fix.FixableDiagnosticIds]);
        var key = equivalenceKey ?? await KeyAsync(fix, diagnostics);
        var context = new FixAllContext(
            _document, fix, FixAllScope.Document, key, fix.FixableDiagnosticIds, new KnownDiagnostics(diagnostics), TestContext.Current.CancellationToken);
        return await fix.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await ApplyAsync(action) : null;
    }

    private async Task<string?> KeyAsync(CodeFixProvider fix, IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (await ActionsAsync(fix, diagnostic) is [var action, ..])
            {
                return action.EquivalenceKey;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(string id) =>
        await ActionsAsync(Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(id)), (await FindAsync(id))[0]);

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider fix, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(_document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }

    private async Task<ConsumerProject> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(_document.Project.Solution, new Progress<CodeAnalysisProgress>(), TestContext.Current.CancellationToken);
        return new ConsumerProject(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(_document.Id)!);
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = (await _document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var tree = (await _document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var all = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. all.Where(diagnostic => diagnostic.Location.SourceTree == tree || diagnostic.Location == Location.None).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
