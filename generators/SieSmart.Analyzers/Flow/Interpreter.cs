using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow;

/// <summary>Follows the operations of one function with symbolic values.</summary>
internal sealed class Interpreter(FlowFunction function, FlowGraph graph, RuntimeSymbols symbols)
{
    private readonly ILookup<CaptureId, IOperation> _captured = function.Graph.Blocks
        .SelectMany(block => block.Operations)
        .OfType<IFlowCaptureOperation>()
        .ToLookup(capture => capture.Id, capture => capture.Value);

    private readonly PropertyKinds _properties = new();

    // Most of what expressions come to is never kept; forgetting it would mean to search the state for nothing.
    private readonly HashSet<IOperation> _kept = [];

    private int _block;
    private FlowState _state = FlowState.Empty;

    /// <summary>Hears of guarded calls; null while nothing final is known.</summary>
    public IGuardedCallObserver? Observer { get; set; }

    /// <summary>Hears of lambdas and of what is known where they are made; null while nothing final is known.</summary>
    public Action<IFlowAnonymousFunctionOperation, FlowState>? LambdaFound { get; set; }

    /// <summary>What is known after an operation.</summary>
    public FlowState Run(IOperation operation, FlowState before, int block)
    {
        _block = block;
        _state = before;
        Evaluate(operation);
        return _state;
    }

    private Value Evaluate(IOperation operation)
    {
        if (operation.ConstantValue.HasValue && operation is not IDefaultValueOperation)
        {
            return new ConstantValue(operation.ConstantValue.Value);
        }

        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case ILocalReferenceOperation local:
                return Read(local.Local, operation);
            case IParameterReferenceOperation parameter:
                return Read(parameter.Parameter, operation);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return new SelfValue();
            case IFieldReferenceOperation field:
                return ReadMember(field, field.Field, field.Field.IsReadOnly);
            case IPropertyReferenceOperation property:
                return ReadProperty(property);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Evaluate(conversion.Operand);
            case IAwaitOperation await:
                return Complete(Evaluate(await.Operation), await);
            case IInvocationOperation invocation:
                return Call(invocation);
            case IDefaultValueOperation when RuntimeSymbols.Same(operation.Type, symbols.ETag):
            case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null } when RuntimeSymbols.Same(operation.Type, symbols.ETag):
                return new MissingETagValue();
            case ITupleOperation tuple:
                return new GroupValue(EvaluateAll(tuple.Elements));
            case IArrayCreationOperation { Initializer: { } initializer }:
                return new GroupValue(EvaluateAll(initializer.ElementValues));
            case ICollectionExpressionOperation collection:
                return new GroupValue(EvaluateAll(collection.Elements));
            case ISimpleAssignmentOperation assignment:
                return EvaluateAssignment(assignment);
            case IDeconstructionAssignmentOperation deconstruction:
                var parts = Evaluate(deconstruction.Value);
                Deconstruct(deconstruction.Target, parts, deconstruction.Value.Type, operation);
                return parts;
            case ICompoundAssignmentOperation compound:
                Evaluate(compound.Value);
                return Assign(compound.Target, Site(operation));
            case IIncrementOrDecrementOperation increment:
                return Assign(increment.Target, Site(operation));
            case IFlowCaptureOperation capture:
                var captured = Evaluate(capture.Value);
                Store(new CaptureStorage(capture.Id), captured);
                return captured;
            case IFlowCaptureReferenceOperation reference:
                return _state.Get(new CaptureStorage(reference.Id));
            case IIsPatternOperation match:
                var matched = Evaluate(match.Value);
                Match(match.Pattern, matched);
                return Site(operation);
            case IFlowAnonymousFunctionOperation lambda:
                LambdaFound?.Invoke(lambda, _state);
                return Site(operation);
            default:
                return Inspect(operation);
        }
    }

    private ValueList EvaluateAll(IEnumerable<IOperation> operations)
    {
        var values = new List<Value>();
        foreach (var operation in operations)
        {
            values.Add(Evaluate(operation));
        }

        return new ValueList([.. values]);
    }

    private SiteValue Site(IOperation operation)
    {
        if (graph.IsRepeated(_block) && _kept.Contains(operation))
        {
            _state = _state.Renew(operation);
        }

        return new SiteValue(operation);
    }

    private void Keep(ResourceIdentity? identity) => identity?.Any(Note);

    private void Keep(Value value) => value.Any(Note);

    private bool Note(Value value)
    {
        if (value is SiteValue evaluated)
        {
            _kept.Add(evaluated.Site);
        }

        return false;
    }

    private void Store(Storage storage, Value value)
    {
        Keep(value);
        _state = _state.Set(storage, value);
    }

    private void StoreMember(MemberValue member, Value value)
    {
        Keep(member);
        Keep(value);
        _state = _state.SetMember(member, value);
    }

    private Value Read(ISymbol variable, IOperation reference)
    {
        if (function.Uses.IsShared(variable))
        {
            return Site(reference);
        }

        // A parameter of a primary constructor outlives the call, as a field does.
        return variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
            && !SymbolEqualityComparer.Default.Equals(constructor, function.Symbol)
                ? ReadMember(new MemberValue(new SelfValue(), variable), reference)
                : _state.Get(new VariableStorage(variable));
    }

    private Value ReadProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (symbols.IsRequestBuilder(reference.Type) && reference.Instance is { } parent && symbols.IsRequestBuilder(parent.Type))
        {
            var builder = AsBuilder(Evaluate(parent), parent.Type);
            return builder with { Arguments = builder.Arguments.Concat(EvaluateAll(reference.Arguments.Select(argument => argument.Value))) };
        }

        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && reference.Instance is { } nullable)
        {
            return string.Equals(property.Name, "Value", StringComparison.Ordinal) ? Evaluate(nullable) : Inspect(reference);
        }

        if (symbols.IsTask(property.ContainingType))
        {
            return string.Equals(property.Name, "Result", StringComparison.Ordinal)
                ? Complete(Evaluate(reference.Instance!), reference)
                : Inspect(reference);
        }

        var isSteady = RuntimeSymbols.DerivesFrom(property.ContainingType, symbols.Versioned) || RuntimeSymbols.Same(property, symbols.AnyETag);
        if (isSteady || symbols.IsRequestBuilder(reference.Type))
        {
            return ReadMember(reference, property, isSteady: true);
        }

        // Any other property is a method in disguise, unless it visibly isn't.
        return _properties.IsStored(property) ? ReadMember(reference, property, property.SetMethod is null or { IsInitOnly: true }) : Inspect(reference);
    }

    private Value ReadMember(IMemberReferenceOperation reference, ISymbol member, bool isSteady)
    {
        var instance = reference.Instance is null ? null : Evaluate(reference.Instance);
        if (instance is TaskValue or UnknownValue)
        {
            return Site(reference);
        }

        if (instance is GroupValue group && TupleElement(group, member) is { } element)
        {
            return element;
        }

        // Nobody swaps the client that an object works with, so a call in between doesn't make two writes of it incomparable.
        var value = new MemberValue(instance, member.OriginalDefinition);
        return !isSteady && !symbols.IsRequestBuilder(reference.Type) ? ReadMember(value, reference)
            : _state.Get(new MemberStorage(value)) is { } known and not UnknownValue ? known
            : value;
    }

    private Value ReadMember(MemberValue member, IOperation reference)
    {
        var storage = new MemberStorage(member);
        var value = _state.Get(storage);
        if (value is UnknownValue)
        {
            value = Site(reference);
        }

        Keep(member);
        Store(storage, value);
        return value;
    }

    private static Value? TupleElement(GroupValue group, ISymbol member)
    {
        var position = member is IFieldSymbol field && member.ContainingType.IsTupleType
            ? member.ContainingType.TupleElements.IndexOf(field, 0, SymbolEqualityComparer.Default)
            : -1;
        if (position < 0 && member is IFieldSymbol { CorrespondingTupleField: { } plain })
        {
            position = member.ContainingType.TupleElements.ToList().FindIndex(candidate =>
                SymbolEqualityComparer.Default.Equals(candidate.CorrespondingTupleField, plain));
        }

        return position >= 0 && position < group.Elements.Count ? group.Elements[position] : null;
    }

    // Looks at children, and takes the whole as something new. Whoever asks a task how it went may know that it failed.
    private SiteValue Inspect(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Release(Evaluate(child));
        }

        return Site(operation);
    }

    private Value Call(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (symbols.Describe(method) is { } operation)
        {
            return CallOperation(invocation, operation);
        }

        if (invocation.Instance is { } awaitable && IsWait(method) && Evaluate(awaitable) is TaskValue task)
        {
            EvaluateAll(invocation.Arguments.Select(argument => argument.Value));
            return method.Name is "GetResult" or "Wait" ? Complete(task, invocation) : task;
        }

        if (method.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            && method is { Name: "GetValueOrDefault", Parameters.IsEmpty: true }
            && invocation.Instance is { } nullable)
        {
            return Evaluate(nullable);
        }

        var instance = invocation.Instance is null ? null : Evaluate(invocation.Instance);
        var arguments = EvaluateAll(invocation.Arguments.Select(argument => argument.Value));
        if (symbols.IsTask(method.ContainingType) && string.Equals(method.Name, "WhenAll", StringComparison.Ordinal))
        {
            return new TaskValue(new GroupValue(arguments));
        }

        if (!symbols.IsRequestBuilder(method.ContainingType))
        {
            Disturb(invocation, instance, arguments);
        }

        foreach (var argument in invocation.Arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out))
        {
            Assign(argument.Value, Site(argument));
        }

        return Site(invocation);
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
        var receiver = invocation.Instance;
        var instance = receiver is null ? null : Evaluate(receiver);
        Value etag = UnknownValue.Instance;
        IOperation? etagArgument = null;
        foreach (var argument in invocation.Arguments)
        {
            var value = Evaluate(argument.Value);
            if (argument.Parameter?.Ordinal == operation.ETagParameter)
            {
                etag = value;
                etagArgument = argument.Value;
            }
        }

        var identity = instance is not null && symbols.IsRequestBuilder(receiver!.Type)
            ? ResourceIdentity.Of(AsBuilder(instance, receiver.Type), operation.Scope)
            : null;
        if (etagArgument is not null)
        {
            Observer?.Observe(new GuardedCall(invocation, operation, etagArgument, etag, identity, _block), _state);
        }

        var result = Site(invocation);
        if (operation.BuildsRequest)
        {
            return result;
        }

        var isTask = symbols.IsTask(invocation.Type);
        if (operation.SendsGuardedWrite)
        {
            var write = new PastWrite(etag, operation.Scope, identity, isTask, IsCertain: true);
            Keep(etag);
            Keep(identity);
            _state = _state with { Writes = _state.Writes.SetItem(invocation, write) };
        }

        if (operation.ReturnsVersion)
        {
            _kept.Add(invocation);
            Keep(identity);
            var isKnown = operation.IsGuarded || operation.Scope is not null;
            _state = _state with { Calls = _state.Calls.SetItem(invocation, new VersionedCall(operation.Scope, isKnown ? identity : null)) };
        }

        return isTask ? new TaskValue(result) : result;
    }

    private BuilderValue AsBuilder(Value value, ITypeSymbol? type) =>
        value as BuilderValue ?? new BuilderValue(value, symbols.IsClient(type), ValueList.Empty);

    // Waiting for a task tells that it succeeded: had it failed, an exception would have led elsewhere.
    private Value Complete(Value awaited, IOperation wait)
    {
        if (awaited is not TaskValue task)
        {
            return Site(wait);
        }

        foreach (var site in Sites(task))
        {
            if (_state.Writes.TryGetValue(site, out var write))
            {
                _state = _state with { Writes = _state.Writes.SetItem(site, write with { IsInFlight = false }) };
            }
        }

        return task.Result is GroupValue ? Site(wait) : task.Result;
    }

    // A task in the hands of code that may look at how it went, and go on after a failure.
    private void Release(Value value)
    {
        foreach (var site in Sites(value))
        {
            if (_state.Writes.TryGetValue(site, out var write) && write.IsInFlight)
            {
                _state = _state with { Writes = _state.Writes.Remove(site) };
            }
        }
    }

    private static IEnumerable<IOperation> Sites(Value value)
    {
        switch (value)
        {
            case TaskValue { Result: SiteValue call }:
                return [call.Site];
            case TaskValue task:
                return Sites(task.Result);
            case GroupValue group:
                return group.Elements.SelectMany(Sites);
            default:
                return [];
        }
    }

    private void Disturb(IInvocationOperation invocation, Value? instance, ValueList arguments)
    {
        var method = invocation.TargetMethod;
        var handedOver = instance is null ? arguments : arguments.Concat([instance]);
        if (!string.Equals(method.Name, "Add", StringComparison.Ordinal))
        {
            foreach (var value in handedOver)
            {
                Release(value);
            }
        }

        if (method.MethodKind == MethodKind.DelegateInvoke
            || symbols.IsOfProject(method)
            || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate))
        {
            _state = _state.Disturb();
            return;
        }

        foreach (var value in handedOver.Where(value => value is not ConstantValue))
        {
            _state = _state.Disturb(value);
        }
    }

    private Value EvaluateAssignment(ISimpleAssignmentOperation assignment)
    {
        EvaluateInstance(assignment.Target);
        return Assign(assignment.Target, Evaluate(assignment.Value));
    }

    private void EvaluateInstance(IOperation target)
    {
        if (target is IPropertyReferenceOperation { Arguments: { Length: > 0 } arguments })
        {
            EvaluateAll(arguments.Select(argument => argument.Value));
        }
    }

    private Value Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Store(new VariableStorage(local.Local), value);
                break;
            case IParameterReferenceOperation parameter:
                Store(new VariableStorage(parameter.Parameter), value);
                StoreMember(new MemberValue(new SelfValue(), parameter.Parameter), value);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0 }:
                break;
            case IMemberReferenceOperation member:
                var instance = member.Instance is null ? null : Evaluate(member.Instance);
                StoreMember(new MemberValue(instance, member.Member.OriginalDefinition), value);
                break;
            case IFlowCaptureReferenceOperation reference:
                foreach (var captured in _captured[reference.Id])
                {
                    Assign(captured, value);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value);
                break;
        }

        return value;
    }

    private void Deconstruct(IOperation target, Value value, ITypeSymbol? type, IOperation site)
    {
        if (target is IDeclarationExpressionOperation { Expression: ITupleOperation declared })
        {
            target = declared;
        }

        if (target is not ITupleOperation tuple)
        {
            Assign(target, value);
            return;
        }

        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var element = tuple.Elements[i];
            var part = Part(value, type, i, tuple.Elements.Length) ?? Site(element);
            Deconstruct(element, part, element.Type, site);
        }
    }

    private Value? Part(Value value, ITypeSymbol? type, int index, int count)
    {
        if (value is GroupValue group && group.Elements.Count == count)
        {
            return group.Elements[index];
        }

        return count == 2 && symbols.IsVersioned(type) && symbols.VersionedETag is { } etag && symbols.VersionedValue is { } content
            ? new MemberValue(value, index == 0 ? content : etag)
            : null;
    }

    private void Match(IPatternOperation pattern, Value value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                Store(new VariableStorage(variable), value);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                {
                    Store(new VariableStorage(whole), value);
                }

                var parts = recursive.DeconstructionSubpatterns;
                for (var i = 0; i < parts.Length; i++)
                {
                    Match(parts[i], Part(value, recursive.MatchedType, i, parts.Length) ?? Site(parts[i]));
                }

                foreach (var property in recursive.PropertySubpatterns)
                {
                    var member = property.Member is IMemberReferenceOperation { Member: var symbol } && RuntimeSymbols.Same(symbol, symbols.VersionedETag)
                        ? new MemberValue(value, symbol)
                        : (Value)Site(property);
                    Match(property.Pattern, member);
                }

                break;
            case INegatedPatternOperation negated:
                Match(negated.Pattern, value);
                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, value);
                Match(binary.RightPattern, value);
                break;
        }
    }
}
