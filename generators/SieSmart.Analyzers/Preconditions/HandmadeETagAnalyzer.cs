using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>Reports ETags that are made by hand instead of being read (SIE1004). Test projects may make them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandmadeETagAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticRules.HandmadeETag];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeSymbols.Find(start.Compilation) is { } symbols && !TestProject.Is(start.Compilation))
            {
                var texts = new HandmadeText(start.Compilation);
                start.RegisterOperationAction(operation => Analyze(operation, symbols, texts), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, RuntimeSymbols symbols, HandmadeText texts)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (invocation.TargetMethod is { IsStatic: true, Name: "Parse" or "TryParse" } method
            && RuntimeSymbols.Same(method.ContainingType, symbols.ETag)
            && invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } text
            && texts.Origin(text.Value) is { } origin
            && !IsOnlyLookedAt(invocation))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticRules.HandmadeETag, invocation.Syntax.GetLocation(), origin));
        }
    }

    // Whoever compares a tag with a known one, or prints it, sends nothing.
    private static bool IsOnlyLookedAt(IInvocationOperation parse) => parse.Parent switch
    {
        IBinaryOperation => true,
        IMemberReferenceOperation member => member.Instance == parse,
        IInvocationOperation call => call.Instance == parse,
        IArgumentOperation { Parent: IInvocationOperation call } => RuntimeSymbols.Same(call.TargetMethod.ContainingType, parse.Type),
        _ => false,
    };
}
