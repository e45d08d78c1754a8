namespace FleetDemo.CommandLine;

/// <summary>What is demonstrated.</summary>
/// <param name="Length">How long each of the two phases takes.</param>
/// <param name="Limit">How many requests the API takes in a window.</param>
/// <param name="Window">How long a window is: the real one is a minute, too long to look at.</param>
internal sealed record Settings(TimeSpan Length, int Limit, TimeSpan Window);
