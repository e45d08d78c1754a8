using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Secrets;

/// <summary>Reports client secrets in source code (SIE3001). Test projects may make some up.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralSecretAnalyzer : DiagnosticAnalyzer
{
    private const string SecretName = "ClientSecret";
    private const string ClientNamespace = "SieSmart.Client";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticRules.LiteralSecret];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeSymbols.Find(start.Compilation) is not null && !TestProject.Is(start.Compilation))
            {
                start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
                start.RegisterOperationAction(AnalyzeInitializer, OperationKind.PropertyInitializer);
                start.RegisterOperationAction(AnalyzeArgument, OperationKind.Argument);
            }
        });
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property } && IsSecret(property.Name, property.ContainingType))
        {
            Report(context, assignment.Value, property.ContainingType);
        }
    }

    private static void AnalyzeInitializer(OperationAnalysisContext context)
    {
        var initializer = (IPropertyInitializerOperation)context.Operation;
        foreach (var property in initializer.InitializedProperties.Where(property => IsSecret(property.Name, property.ContainingType)))
        {
            Report(context, initializer.Value, property.ContainingType);
        }
    }

    private static void AnalyzeArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is { ArgumentKind: ArgumentKind.Explicit, Parent: IObjectCreationOperation { Type: INamedTypeSymbol type } }
            && IsSecret(argument.Parameter?.Name, type))
        {
            Report(context, argument.Value, type);
        }
    }

    private static bool IsSecret(string? name, INamedTypeSymbol type) =>
        string.Equals(name, SecretName, StringComparison.OrdinalIgnoreCase)
        && (type.Name.EndsWith("ClientOptions", StringComparison.Ordinal)
            || type.Name.EndsWith("ClientOptionsAttribute", StringComparison.Ordinal)
            || IsInClientNamespace(type.ContainingNamespace.ToDisplayString()));

    private static bool IsInClientNamespace(string name) =>
        name.StartsWith(ClientNamespace, StringComparison.Ordinal) && (name.Length == ClientNamespace.Length || name[ClientNamespace.Length] == '.');

    private static void Report(OperationAnalysisContext context, IOperation value, INamedTypeSymbol type)
    {
        foreach (var literal in Literals(value))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticRules.LiteralSecret, literal.Syntax.GetLocation(), $"{type.Name}.{SecretName}"));
        }
    }

    private static IEnumerable<IOperation> Literals(IOperation value)
    {
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                return constant is string text && !IsPlaceholder(text) ? [value] : [];
            case IConversionOperation conversion:
                return Literals(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Literals(parenthesized.Operand);
            case ICoalesceOperation coalesce:
                return Literals(coalesce.Value).Concat(Literals(coalesce.WhenNull));
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Literals(choice.WhenTrue).Concat(Literals(otherwise));
            default:
                return [];
        }
    }

    // Nothing, the name of a setting, or something that a deployment replaces: <secret>, ${SECRET}, %SECRET%, {{secret}}, #{secret}#, ***.
    private static bool IsPlaceholder(string text) =>
        text.Trim() is not { Length: > 0 } trimmed
        || trimmed.EndsWith(SecretName, StringComparison.OrdinalIgnoreCase)
        || trimmed.All(character => character is '*' or '.' or 'x' or 'X')
        || ((trimmed[0], trimmed[trimmed.Length - 1]) is ('<', '>') or ('%', '%') or ('{', '}') or ('$', '}') or ('$', ')') or ('#', '#'));
}
