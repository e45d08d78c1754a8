using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Registration;

/// <summary>Reports handlers that send requests again and are added to the pipeline of a client (SIE3002).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResendingHandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticRules.ResendingHandler];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (ResendingHandler.IsAddedBy(call)
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { Parameter.Type: { } type, Value: var builder }
            && ClientRegistration.IsBuilder(type)
            && ClientRegistration.Of(builder) is { } registration)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticRules.ResendingHandler, InvocationSyntax.Name(call), call.TargetMethod.Name, registration.TargetMethod.Name));
        }
    }
}
