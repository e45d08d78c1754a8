using BenchmarkDotNet.Attributes;

namespace SieSmart.Generators.Benchmarks;

/// <summary>What a document costs whoever builds or edits a project that has it.</summary>
[InProcess]
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private Workload _workload = new(SyntheticDocument.Yaml(10_000));

    /// <summary>The document's length in characters.</summary>
    [Params(117_000, 4_000_000)]
    public int Length { get; set; }

    /// <summary>How many examples every resource has: with many, a document of the same length has fewer types.</summary>
    [Params(0, 2_200)]
    public int Examples { get; set; }

    /// <summary>Makes the project.</summary>
    [GlobalSetup]
    public void Open() => _workload = new Workload(SyntheticDocument.Yaml(Length, Examples));

    /// <summary>A build, by a compiler that is warm.</summary>
    [Benchmark]
    public object Build() => _workload.FromNothing();

    /// <summary>An edit of one description in the document.</summary>
    [Benchmark]
    public object EditDocument() => _workload.EditDocument();

    /// <summary>An edit of C# that has nothing to do with the document.</summary>
    [Benchmark]
    public object EditCode() => _workload.EditCode();
}
