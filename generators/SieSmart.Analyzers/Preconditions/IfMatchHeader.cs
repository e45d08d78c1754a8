using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>Finds out whether a caller adds an If-Match header by hand.</summary>
internal static class IfMatchHeader
{
    private const string HeaderName = "If-Match";
    private const string HeaderConstant = "IfMatch";

    /// <summary>Whether a call may carry an If-Match header: it visibly does, or nobody can tell.</summary>
    public static bool MayBeAdded(IInvocationOperation invocation) =>
        invocation.Arguments.Any(argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate && Configures(argument.Value))
        || IsAddedToResult(invocation);

    // The request configuration: nothing, a lambda that can be read, or something whose effect is unknown.
    private static bool Configures(IOperation configuration)
    {
        switch (configuration)
        {
            case IConversionOperation conversion:
                return Configures(conversion.Operand);
            case IDelegateCreationOperation creation:
                return Configures(creation.Target);
            case IParenthesizedOperation parenthesized:
                return Configures(parenthesized.Operand);
            case IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } }:
                return false;
            case IAnonymousFunctionOperation lambda:
                return AddsHeader(lambda.Body, lambda.Symbol.Parameters.FirstOrDefault());
            case ILocalReferenceOperation local when LocalValue.Only(local) is { } value:
                return Configures(value);
            default:
                return true;
        }
    }

    private static bool AddsHeader(IOperation body, IParameterSymbol? parameter) =>
        body.Descendants().Any(operation => IsHeader(operation) || LeavesSight(operation, parameter));

    // An argument or a key that names the header, or that can't be read.
    private static bool IsHeader(IOperation operation) =>
        operation is IArgumentOperation { Parent: IInvocationOperation or IPropertyReferenceOperation, Value: var name }
        && name.Type?.SpecialType == SpecialType.System_String
        && IsFirst((IArgumentOperation)operation)
        && IsHeadersMember(operation.Parent)
        && (name.ConstantValue is { HasValue: true, Value: var text }
            ? string.Equals(text as string, HeaderName, StringComparison.OrdinalIgnoreCase)
            : name is not IFieldReferenceOperation { Field.Name: not HeaderConstant });

    private static bool IsFirst(IArgumentOperation argument) => argument.Parameter?.Ordinal == 0;

    private static bool IsHeadersMember(IOperation? operation) => operation switch
    {
        IInvocationOperation { Instance.Type.Name: "RequestHeaders" } => true,
        IPropertyReferenceOperation { Instance.Type.Name: "RequestHeaders" } => true,
        IInvocationOperation { TargetMethod.ContainingType.Name: "RequestHeaders" } => true,
        _ => false,
    };

    // The configuration, or its headers, in the hands of other code.
    private static bool LeavesSight(IOperation operation, IParameterSymbol? parameter) =>
        operation is IParameterReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)
        && IsHandedOver(reference);

    private static bool IsHandedOver(IOperation operation) => operation.Parent switch
    {
        IConversionOperation conversion => IsHandedOver(conversion),
        IPropertyReferenceOperation { Property.Name: "Headers" } headers => IsHandedOver(headers),
        IArgumentOperation { Parent: IInvocationOperation } => true,
        IInvocationOperation { TargetMethod.ContainingType.Name: not ("RequestHeaders" or "Collection" or "List" or "ICollection") } call => call.Instance == operation,
        ISimpleAssignmentOperation assignment => assignment.Value == operation || IsUnreadable(assignment),
        IVariableInitializerOperation => true,
        _ => false,
    };

    private static bool IsUnreadable(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "Headers" } && assignment.Value is not IObjectCreationOperation;

    // var request = builder.ToPutRequestInformation(body); request.Headers.Add("If-Match", …);
    private static bool IsAddedToResult(IInvocationOperation invocation)
    {
        if (invocation is not { Type.Name: "RequestInformation", Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var request } } })
        {
            return false;
        }

        return Body(invocation).Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, request))
            .Any(reference => reference.Parent is IPropertyReferenceOperation { Property.Name: "Headers", Parent: { } use }
                && use.Descendants().Any(IsHeader));
    }

    private static IOperation Body(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }
}
