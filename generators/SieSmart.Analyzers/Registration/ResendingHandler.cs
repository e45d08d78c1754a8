using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Registration;

/// <summary>Tells calls that add a handler which sends writes again. Timeouts, circuit breakers and the like send nothing.</summary>
internal static class ResendingHandler
{
    /// <summary>Whether a call certainly adds one.</summary>
    public static bool IsAddedBy(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "AddStandardResilienceHandler" or "AddStandardHedgingHandler" => Configurations(call).All(IsHarmless),
        "AddResilienceHandler" => Configurations(call).Any(AddsStrategy) && !Spares(call),
        "AddPolicyHandler" or "AddPolicyHandlerFromRegistry" or "AddTransientHttpErrorPolicy" => call.Arguments.Skip(1).Any(argument => Names(argument.Value)) && !Spares(call),
        _ => false,
    };

    // Delegates in the call, and in those that go on with what it returned: AddStandardResilienceHandler().Configure(…).
    private static IEnumerable<IOperation> Configurations(IInvocationOperation call) =>
        Chain(call).SelectMany(link => link.Arguments.Skip(1)).Select(argument => argument.Value).Where(IsDelegate);

    private static IEnumerable<IInvocationOperation> Chain(IInvocationOperation call)
    {
        for (IInvocationOperation? link = call; link is not null; link = Next(link))
        {
            yield return link;
        }
    }

    private static IInvocationOperation? Next(IOperation result)
    {
        var parent = result.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } next } ? next : null;
    }

    private static bool IsDelegate(IOperation value) => value.Type?.TypeKind == TypeKind.Delegate;

    // A configuration that can be read, and that takes nothing from what is sent again.
    private static bool IsHarmless(IOperation configuration) => Lambda(configuration) is { } lambda && !Restricts(lambda);

    private static bool AddsStrategy(IOperation configuration) =>
        Lambda(configuration) is { } lambda
        && lambda.Descendants().Any(operation => operation is IInvocationOperation { TargetMethod.Name: "AddRetry" or "AddHedging" });

    // Whoever looks at the method or says what is to be handled may leave writes alone.
    private static bool Spares(IInvocationOperation call) => Chain(call).SelectMany(link => link.Arguments.Skip(1)).Any(argument => Restricts(argument.Value));

    private static bool Restricts(IOperation configuration) =>
        configuration.DescendantsAndSelf().Any(operation => operation switch
        {
            IInvocationOperation { TargetMethod.Name: "DisableForUnsafeHttpMethods" or "DisableFor" } => true,
            IMemberReferenceOperation { Member: { Name: "ShouldHandle" or "MaxRetryAttempts" or "MaxHedgedAttempts" or "ActionGenerator" } } => true,
            IMemberReferenceOperation { Member.ContainingType: { Name: "HttpMethod" } } => true,
            IMemberReferenceOperation { Member: { Name: "Method", ContainingType.Name: "HttpRequestMessage" } } => true,
            _ => false,
        });

    private static bool Names(IOperation policy) =>
        policy.DescendantsAndSelf().Any(operation => operation switch
        {
            IInvocationOperation call => IsRetry(call.TargetMethod.Name),
            IMethodReferenceOperation method => IsRetry(method.Method.Name),
            ILocalReferenceOperation local => LocalValue.Only(local) is { } value && Names(value),
            IFieldReferenceOperation field => IsRetry(field.Field.Name),
            IPropertyReferenceOperation property => IsRetry(property.Property.Name),
            _ => false,
        });

    private static bool IsRetry(string name) => name.IndexOf("Retry", StringComparison.Ordinal) >= 0;

    private static IAnonymousFunctionOperation? Lambda(IOperation value) => value switch
    {
        IConversionOperation conversion => Lambda(conversion.Operand),
        IDelegateCreationOperation creation => Lambda(creation.Target),
        IParenthesizedOperation parenthesized => Lambda(parenthesized.Operand),
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };
}
