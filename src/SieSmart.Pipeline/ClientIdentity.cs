namespace SieSmart.Pipeline;

/// <summary>What a client is called: by its users, in what it tells of itself, and in its messages.</summary>
/// <param name="Name">The name of its service, such as <c>Orders</c>.</param>
/// <param name="TelemetryName">The name of its activity source, its meter and its log category.</param>
/// <param name="TelemetryPrefix">What names of metrics and tags begin with that no convention has a name for.</param>
/// <param name="Settings">What its settings are called.</param>
internal sealed record ClientIdentity(string Name, string TelemetryName, string TelemetryPrefix, ClientSettingNames Settings);
