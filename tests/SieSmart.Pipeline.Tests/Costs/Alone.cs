namespace SieSmart.Pipeline.Tests.Costs;

/// <summary>What is measured of the whole process is measured while nothing else runs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
