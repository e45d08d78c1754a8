using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.Graphs;
using SieSmart.Analyzers.Flow.States;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Follows the operations of one function with symbolic values.</summary>
internal sealed class Interpreter : IEvaluator
{
    private readonly RuntimeSymbols _symbols;
    private readonly FlowMemory _memory;
    private readonly TaskProgress _tasks;
    private readonly ReferenceEvaluation _references;
    private readonly AssignmentEvaluation _assignments;
    private readonly CallEvaluation _calls;
    private readonly WorkBudget _budget;

    private int _depth;

    /// <summary>Prepares to follow a function.</summary>
    public Interpreter(FlowFunction function, FlowGraph graph, RuntimeSymbols symbols, FunctionWrites writes, WorkBudget budget)
    {
        _symbols = symbols;
        _budget = budget;
        _memory = new FlowMemory(graph);
        _tasks = new TaskProgress(_memory);
        _references = new ReferenceEvaluation(this, _memory, _tasks, function, symbols);
        _assignments = new AssignmentEvaluation(this, _memory, function, symbols);
        _calls = new CallEvaluation(this, _memory, _tasks, _references, _assignments, new FunctionCalls(_memory, _references, function, writes), symbols);
    }

    /// <summary>Hears of lambdas and of what is known where they are made; null while nothing final is known.</summary>
    public Action<IFlowAnonymousFunctionOperation, FlowState>? LambdaFound { get; set; }

    /// <summary>Tells an observer of guarded calls from now on.</summary>
    public void Tell(IGuardedCallObserver observer) => _calls.Observer = observer;

    /// <summary>What is known after an operation.</summary>
    public FlowState Run(IOperation operation, FlowState before, int block)
    {
        _memory.Begin(before, block);
        Evaluate(operation);
        return _memory.State;
    }

    /// <inheritdoc/>
    public Value Evaluate(IOperation operation)
    {
        _budget.Spend(1);
        if (_depth == WorkBudget.MaxDepth)
        {
            _budget.Exhaust();
        }

        if (_budget.IsSpent)
        {
            return UnknownValue.Instance;
        }

        _depth++;
        var value = EvaluateWithinBounds(operation);
        _depth--;
        return value;
    }

    /// <inheritdoc/>
    public ValueList EvaluateAll(IEnumerable<IOperation> operations)
    {
        var values = new List<Value>();
        foreach (var operation in operations)
        {
            values.Add(Evaluate(operation));
        }

        return new ValueList([.. values]);
    }

    /// <inheritdoc/>
    public Value Inspect(IOperation operation)
    {
        // Whoever asks a task how it went may know that it failed.
        foreach (var child in operation.ChildOperations)
        {
            _tasks.Release(Evaluate(child));
        }

        return _memory.Site(operation);
    }

    private Value EvaluateWithinBounds(IOperation operation)
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
                return _references.Read(local.Local, operation);
            case IParameterReferenceOperation parameter:
                return _references.Read(parameter.Parameter, operation);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return new SelfValue();
            case IFieldReferenceOperation field:
                return _references.Read(field);
            case IPropertyReferenceOperation property:
                return _references.Read(property);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Evaluate(conversion.Operand);
            case IAwaitOperation await:
                return _tasks.Complete(Evaluate(await.Operation), await);
            case IInvocationOperation invocation:
                return _calls.Call(invocation);
            case IDefaultValueOperation when RuntimeSymbols.Same(operation.Type, _symbols.ETag):
            case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null } when RuntimeSymbols.Same(operation.Type, _symbols.ETag):
                return new MissingETagValue();
            case ITupleOperation tuple:
                return new GroupValue(EvaluateAll(tuple.Elements));
            case IArrayCreationOperation { Initializer: { } initializer }:
                return new GroupValue(EvaluateAll(initializer.ElementValues));
            case ICollectionExpressionOperation collection:
                return new GroupValue(EvaluateAll(collection.Elements));
            case ISimpleAssignmentOperation assignment:
                return _assignments.Assign(assignment);
            case IDeconstructionAssignmentOperation deconstruction:
                return _assignments.Deconstruct(deconstruction);
            case ICompoundAssignmentOperation compound:
                Evaluate(compound.Value);
                return _assignments.Assign(compound.Target, _memory.Site(operation));
            case IIncrementOrDecrementOperation increment:
                return _assignments.Assign(increment.Target, _memory.Site(operation));
            case IFlowCaptureOperation capture:
                var captured = Evaluate(capture.Value);
                _memory.Store(new CaptureStorage(capture.Id), captured);
                return captured;
            case IFlowCaptureReferenceOperation reference:
                return _memory.State.Get(new CaptureStorage(reference.Id));
            case IIsPatternOperation match:
                _assignments.Match(match.Pattern, Evaluate(match.Value));
                return _memory.Site(operation);
            case IFlowAnonymousFunctionOperation lambda:
                LambdaFound?.Invoke(lambda, _memory.State);
                return new FunctionValue(lambda.Symbol, lambda);
            case IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda }:
                return Evaluate(lambda);
            case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } }:
                return new FunctionValue(local.OriginalDefinition, Lambda: null);
            default:
                return Inspect(operation);
        }
    }
}
