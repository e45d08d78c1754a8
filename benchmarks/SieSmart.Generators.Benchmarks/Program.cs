using BenchmarkDotNet.Running;
using SieSmart.Generators.Benchmarks;

if (args is ["figures"])
{
    Figures.Print(Console.Out);
    return;
}

if (args is ["code"])
{
    Figures.PrintCode(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(GeneratorBenchmarks).Assembly).Run(args);
