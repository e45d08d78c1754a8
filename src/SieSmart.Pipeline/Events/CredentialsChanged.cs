namespace SieSmart.Pipeline.Events;

/// <summary>A running client goes on with other credentials.</summary>
/// <param name="Client">The client's name; empty for the unnamed one.</param>
/// <param name="Account">Whose credentials they are, such as a client id; never a secret.</param>
internal sealed record CredentialsChanged(string Client, string Account) : PipelineEvent;
