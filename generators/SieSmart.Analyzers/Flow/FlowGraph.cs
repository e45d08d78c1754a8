using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow;

/// <summary>The ways through a function, and what can be told from their shape alone.</summary>
internal sealed class FlowGraph
{
    private readonly RuntimeSymbols _symbols;
    private readonly List<int>[] _successors;
    private readonly bool[] _isRepeated;
    private readonly List<FlowLoop> _loops = [];

    /// <summary>Looks at a function.</summary>
    public FlowGraph(ControlFlowGraph graph, RuntimeSymbols symbols)
    {
        Graph = graph;
        _symbols = symbols;
        _successors = [.. graph.Blocks.Select(_ => new List<int>())];
        _isRepeated = new bool[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
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
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
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
    public bool IsRepeated(int block) => _isRepeated[block];

    /// <summary>The loops around two blocks, the innermost first.</summary>
    public IEnumerable<FlowLoop> LoopsAround(int first, int second) =>
        _loops.Where(loop => loop.Blocks.Contains(first) && loop.Blocks.Contains(second)).OrderBy(loop => loop.Blocks.Count);

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
        var reachable = new HashSet<int>[count];
        for (var block = 0; block < count; block++)
        {
            reachable[block] = Reach(block, avoided: -1);
            _isRepeated[block] = reachable[block].Contains(block);
        }

        // An edge back to a block that every way leads over closes a loop.
        for (var end = 0; end < count; end++)
        {
            foreach (var head in _successors[end].Where(head => reachable[head].Contains(end) || head == end))
            {
                if (head == 0 || !Reach(0, avoided: head).Contains(end))
                {
                    _loops.Add(new FlowLoop(this, head, [.. Enumerable.Range(0, count).Where(block => block == head || IsInside(block, head, end))]));
                }
            }
        }

        bool IsInside(int block, int head, int end) =>
            reachable[head].Contains(block) && (block == end || Reach(block, avoided: head).Contains(end));
    }

    private HashSet<int> Reach(int from, int avoided)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>(Onward(from));
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (block != avoided && seen.Add(block))
            {
                foreach (var next in Onward(block))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }

    private IEnumerable<int> Onward(int block) => _successors[block].Concat(Handlers(Graph.Blocks[block]));
}
