namespace SieSmart.Pipeline.Events;

/// <summary>A client runs without handlers that the host adds to all clients.</summary>
/// <param name="Client">The name of the client's HttpClient.</param>
/// <param name="Handlers">The names of the handlers' types, in their order.</param>
internal sealed record HostHandlersRemoved(string Client, string Handlers) : PipelineEvent;
