namespace SieSmart.Generators.Model;

/// <summary>What generated code may use of the compiler and the packages that read it.</summary>
/// <param name="RanksOverloads">Whether overloads can be ranked.</param>
/// <param name="HasUtf8Literals">Whether a literal can be UTF-8.</param>
/// <param name="HasDirectJson">Whether the runtime is there that reads and writes JSON directly.</param>
/// <param name="HasPipeline">Whether the pipeline is there, with which clients are registered.</param>
/// <param name="HasExperimentalMessage">Whether the attribute that marks inferred members has words of ours.</param>
internal sealed record SourceDialect(bool RanksOverloads, bool HasUtf8Literals, bool HasDirectJson, bool HasPipeline, bool HasExperimentalMessage);
