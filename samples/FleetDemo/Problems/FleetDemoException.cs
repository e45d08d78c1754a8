namespace FleetDemo.Problems;

/// <summary>The demonstration can't go on. The message is for whoever started it.</summary>
internal sealed class FleetDemoException(string message) : Exception(message);
