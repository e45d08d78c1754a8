using BenchmarkDotNet.Running;
using SieSmart.Generators.Benchmarks;

if (args is ["figures"])
{
    Figures.Print(Console.Out);
    return;
}

if (args is ["code", ..] and { Length: <= 2 })
{
    Figures.PrintCode(args.ElementAtOrDefault(1), Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(GeneratorBenchmarks).Assembly).Run(args);
