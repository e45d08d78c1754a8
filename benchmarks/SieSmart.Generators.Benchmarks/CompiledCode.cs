namespace SieSmart.Generators.Benchmarks;

/// <summary>What became of a document, and what the compiler did with it.</summary>
/// <param name="Lines">How many lines were generated.</param>
/// <param name="Bytes">The size of the assembly.</param>
/// <param name="Time">How long it took to compile.</param>
internal sealed record CompiledCode(int Lines, long Bytes, TimeSpan Time);
