using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow.Graphs;

/// <summary>The ways through a function, and what can be told from their shape alone.</summary>
internal sealed class FlowGraph
{
    private const string NoReturn = "DoesNotReturnAttribute";

    private readonly RuntimeSymbols _symbols;
    private readonly List<int>[] _successors;
    private readonly BitArray[] _reachable;
    private readonly Dictionary<IOperation, int> _blocks = [];
    private readonly List<FlowLoop> _loops = [];

    /// <summary>Looks at a function.</summary>
    public FlowGraph(ControlFlowGraph graph, RuntimeSymbols symbols)
    {
        Graph = graph;
        _symbols = symbols;
        _successors = [.. graph.Blocks.Select(_ => new List<int>())];
        _reachable = new BitArray[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in Operations(block))
            {
                _blocks[operation] = block.Ordinal;
            }

            if (NeverEnds(block))
            {
                continue;
            }

            var isDecided = IsDecided(block);
            if (isDecided is not true)
            {
                Connect(block.FallThroughSuccessor);
            }

            if (isDecided is not false)
            {
                Connect(block.ConditionalSuccessor);
            }
        }

        FindLoops();
    }

    /// <summary>The compiler's graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>The blocks that a block leads to when nothing is thrown.</summary>
    public IReadOnlyList<int> Successors(int block) => _successors[block];

    /// <summary>The blocks that get an exception which is thrown in a block.</summary>
    public static IEnumerable<int> Handlers(BasicBlock block)
    {
        // The root of a lambda's graph stands in a region of the function around it, whose handlers are in another graph.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { Kind: ControlFlowRegionKind.TryAndCatch } whole)
            {
                foreach (var handler in whole.NestedRegions.Skip(1))
                {
                    yield return handler.FirstBlockOrdinal;
                }
            }
        }
    }

    /// <summary>Whether a block can run more than once in one call of the function.</summary>
    public bool IsRepeated(int block) => _reachable[block][block];

    /// <summary>What a block does, in order.</summary>
    public static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;

    /// <summary>The block in which an operation stands; negative if that is in another function.</summary>
    public int BlockOf(IOperation operation) => _blocks.TryGetValue(Statement(operation), out var block) ? block : -1;

    /// <summary>Whether an operation has run for the last time before another one runs.</summary>
    public bool IsOver(IOperation first, IOperation second)
    {
        var (from, to) = (BlockOf(first), BlockOf(second));
        if (from < 0 || to < 0 || _reachable[to][from])
        {
            return false;
        }

        var operations = Operations(Graph.Blocks[from]).ToList();
        return from != to || operations.IndexOf(Statement(first)) < operations.IndexOf(Statement(second));
    }

    private static IOperation Statement(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    /// <summary>The loops around two blocks, the innermost first.</summary>
    public IEnumerable<FlowLoop> LoopsAround(int first, int second) =>
        _loops.Where(loop => loop.Blocks.Contains(first) && loop.Blocks.Contains(second)).OrderBy(loop => loop.Blocks.Count);

    /// <summary>Whether a loop goes back to a block.</summary>
    public bool IsLoopHead(int block) => _loops.Any(loop => loop.Head == block);

    /// <summary>Whether each way from the end of a block leads to another one, unless an exception is thrown.</summary>
    public bool LeadsAlwaysTo(int from, int to)
    {
        var isReached = false;
        var seen = new HashSet<int>();
        var open = new Stack<int>(_successors[from]);
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (block == to)
            {
                isReached = true;
            }
            else if (Graph.Blocks[block].Kind == BasicBlockKind.Exit)
            {
                return false;
            }
            else if (seen.Add(block))
            {
                _successors[block].ForEach(open.Push);
            }
        }

        return isReached;
    }

    /// <summary>Whether each way through the function leads to a block, unless an exception is thrown.</summary>
    public bool AlwaysRuns(int block) => block == 0 || LeadsAlwaysTo(0, block);

    // Environment.Exit(1), or any other method that is declared not to return.
    private static bool NeverEnds(BasicBlock block) =>
        block.Operations.Any(operation => operation is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: var method } }
            && method.GetAttributes().Any(attribute => string.Equals(attribute.AttributeClass?.Name, NoReturn, StringComparison.Ordinal)));

    // while (true): whether the conditional branch is always taken or never; null if that depends.
    private static bool? IsDecided(BasicBlock block) =>
        block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue?.ConstantValue is { HasValue: true, Value: bool value }
            ? value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue)
            : null;

    // A finally block that does nothing of interest is passed by: going through it would mix up the ways that lead through it.
    private void Connect(ControlFlowBranch? branch)
    {
        if (branch?.Destination is not { } destination)
        {
            return;
        }

        var source = _successors[branch.Source.Ordinal];
        ControlFlowRegion? last = null;
        foreach (var region in branch.FinallyRegions.Where(IsOfInterest))
        {
            (last is null ? source : AfterFinally(last)).Add(region.FirstBlockOrdinal);
            last = region;
        }

        (last is null ? source : AfterFinally(last)).Add(destination.Ordinal);
    }

    private List<int> AfterFinally(ControlFlowRegion region)
    {
        var ends = Graph.Blocks
            .Where(block => block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal)
            .Where(block => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            .ToList();
        return ends.Count == 0 ? [] : _successors[ends[ends.Count - 1].Ordinal];
    }

    private bool IsOfInterest(ControlFlowRegion region) =>
        Graph.Blocks
            .Where(block => block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal)
            .SelectMany(block => block.Operations)
            .SelectMany(operation => operation.DescendantsAndSelf())
            .Any(operation => operation is IAssignmentOperation
                || (operation is IInvocationOperation { TargetMethod: var method } && _symbols.Describe(method) is not null));

    private void FindLoops()
    {
        var count = Graph.Blocks.Length;
        var predecessors = new List<int>[count];
        for (var block = 0; block < count; block++)
        {
            predecessors[block] = [];
        }

        for (var block = 0; block < count; block++)
        {
            foreach (var next in Onward(block))
            {
                predecessors[next].Add(block);
            }

            _reachable[block] = Reach(Onward(block), Onward, avoided: -1);
        }

        // An edge back to a block that every way leads over closes a loop.
        for (var end = 0; end < count; end++)
        {
            foreach (var head in _successors[end].Where(head => head == end || _reachable[head][end]).Distinct())
            {
                if (head == end || head == 0 || !Reach([0], Onward, avoided: head)[end])
                {
                    var blocks = Reach([end], block => predecessors[block], avoided: head);
                    _loops.Add(new FlowLoop(this, head, [head, .. Enumerable.Range(0, count).Where(block => blocks[block] && _reachable[head][block])]));
                }
            }
        }
    }

    private BitArray Reach(IEnumerable<int> from, Func<int, IEnumerable<int>> onward, int avoided)
    {
        var seen = new BitArray(Graph.Blocks.Length);
        var open = new Stack<int>(from);
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (block != avoided && !seen[block])
            {
                seen[block] = true;
                foreach (var next in onward(block))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }

    private IEnumerable<int> Onward(int block) => _successors[block].Concat(Handlers(Graph.Blocks[block]));
}
