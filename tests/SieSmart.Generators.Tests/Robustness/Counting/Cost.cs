namespace SieSmart.Generators.Tests.Robustness.Counting;

/// <summary>What a run takes.</summary>
/// <param name="Steps">Calls of the generator's methods and turns of its loops.</param>
/// <param name="Bytes">Allocated memory, of the libraries that it calls as well.</param>
internal readonly record struct Cost(long Steps, long Bytes);
