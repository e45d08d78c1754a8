using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.States;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Tells what calls return, and what they leave behind.</summary>
internal sealed class CallEvaluation(
    IEvaluator evaluator,
    FlowMemory memory,
    TaskProgress tasks,
    ReferenceEvaluation references,
    AssignmentEvaluation assignments,
    FunctionCalls functions,
    RuntimeSymbols symbols)
{
    /// <summary>Hears of guarded calls; null while nothing final is known.</summary>
    public IGuardedCallObserver? Observer { get; set; }

    /// <summary>Looks at a call.</summary>
    public Value Call(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (symbols.Describe(method) is { } operation)
        {
            return CallOperation(invocation, operation);
        }

        if (invocation.Instance is { } awaitable && IsWait(method) && evaluator.Evaluate(awaitable) is TaskValue task)
        {
            evaluator.EvaluateAll(invocation.Arguments.Select(argument => argument.Value));
            return method.Name is "GetResult" or "Wait" ? tasks.Complete(task, invocation) : task;
        }

        if (method.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            && method is { Name: "GetValueOrDefault", Parameters.IsEmpty: true }
            && invocation.Instance is { } nullable)
        {
            return evaluator.Evaluate(nullable);
        }

        var instance = invocation.Instance is null ? null : evaluator.Evaluate(invocation.Instance);
        var arguments = evaluator.EvaluateAll(invocation.Arguments.Select(argument => argument.Value));
        if (symbols.IsTask(method.ContainingType) && string.Equals(method.Name, "WhenAll", StringComparison.Ordinal))
        {
            return new TaskValue(new GroupValue(arguments));
        }

        var write = functions.WriteOf(invocation, instance, arguments);
        if (write is not null)
        {
            Observer?.Observe(write, memory.State);
        }

        if (symbols.BuilderOf(method) is null)
        {
            Disturb(invocation, instance, arguments);
        }

        foreach (var argument in invocation.Arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out))
        {
            assignments.Assign(argument.Value, memory.Site(argument));
        }

        var result = memory.Site(invocation);
        return write is null ? result : Remember(write, result);
    }

    // ConfigureAwait(ConfigureAwaitOptions) can keep quiet about a failure, Wait(TimeSpan) about one that is still to come.
    private static bool IsWait(IMethodSymbol method) => method switch
    {
        { Name: "ConfigureAwait" } => method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Boolean),
        { Name: "Wait" } => method.ReturnsVoid,
        { Name: "GetAwaiter" or "GetResult" or "WaitAsync" } => true,
        _ => false,
    };

    private Value CallOperation(IInvocationOperation invocation, OperationMethod operation)
    {
        var receiver = invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod ? invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);
        var instance = receiver is null ? null : evaluator.Evaluate(receiver);
        Value etag = UnknownValue.Instance;
        IOperation? etagArgument = null;
        foreach (var argument in invocation.Arguments.Where(argument => argument.Value != receiver))
        {
            var value = evaluator.Evaluate(argument.Value);
            if (argument.Parameter?.Ordinal == operation.ETagParameter)
            {
                etag = value;
                etagArgument = argument.Value;
            }
        }

        var identity = instance is not null && symbols.IsRequestBuilder(receiver!.Type)
            ? ResourceIdentity.Of(references.AsBuilder(instance, receiver.Type), operation.Scope)
            : null;
        var write = etagArgument is null ? null : new GuardedCall(invocation, operation, etagArgument, etag, identity, memory.Block);
        if (write is not null)
        {
            Observer?.Observe(write, memory.State);
        }

        var result = memory.Site(invocation);
        if (operation.BuildsRequest)
        {
            return result;
        }

        if (operation.ReturnsVersion)
        {
            memory.Keep(invocation);
            memory.Keep(identity);
            var isKnown = operation.IsGuarded || operation.Scope is not null;
            memory.State = memory.State with { Calls = memory.State.Calls.SetItem(invocation, new VersionedCall(operation.Scope, isKnown ? identity : null)) };
        }

        return write is not null && operation.SendsGuardedWrite ? Remember(write, result)
            : symbols.IsTask(invocation.Type) ? new TaskValue(result)
            : result;
    }

    private Value Remember(GuardedCall call, SiteValue result)
    {
        var isTask = symbols.IsTask(call.Invocation.Type);
        memory.Keep(call.ETag);
        memory.Keep(call.Identity);
        memory.State = memory.State with
        {
            Writes = memory.State.Writes.SetItem(call.Invocation, new PastWrite(call.ETag, call.Method.Scope, call.Identity, isTask, IsCertain: true)),
        };
        return isTask ? new TaskValue(result) : result;
    }

    private void Disturb(IInvocationOperation invocation, Value? instance, ValueList arguments)
    {
        var method = invocation.TargetMethod;
        var handedOver = instance is null ? arguments : arguments.Concat([instance]);
        if (!string.Equals(method.Name, "Add", StringComparison.Ordinal))
        {
            foreach (var value in handedOver)
            {
                tasks.Release(value);
            }
        }

        if (method.MethodKind == MethodKind.DelegateInvoke
            || symbols.IsOfProject(method)
            || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate))
        {
            memory.State = memory.State.Disturb();
            return;
        }

        foreach (var value in handedOver.Where(value => value is not ConstantValue))
        {
            memory.State = memory.State.Disturb(value);
        }
    }
}
