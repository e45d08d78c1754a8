using System.CommandLine;

namespace WebhookReceiver.CommandLine;

/// <summary>What can be typed behind the program's name.</summary>
internal sealed class ReceiverCommand : RootCommand
{
    private readonly Option<string> _urls = new("--urls") { HelpName = "address", Description = "Where to listen, such as http://127.0.0.1:5070; a free port without credentials" };

    /// <param name="serve">Runs the server at these addresses, or at those that the configuration names.</param>
    public ReceiverCommand(Func<string?, Task<int>> serve)
        : base("""
            A server that SieSmart notifies when a decision or a credit status changes.

            Without credentials a sandbox in its own process stands in for the API, and sends a notification. Settings are environment variables
            or user secrets: SieSmart__ClientId, SieSmart__ClientSecret, Webhook__ApiKey, Webhook__BasePath, Webhook__Watch__0, …

            Ends with 0 if it was stopped, 1 if it could not run, 64 if the command makes no sense.
            """)
    {
        Options.Add(_urls);
        SetAction((parsed, _) => serve(parsed.GetValue(_urls)));
    }
}
