using System.CommandLine;

namespace FleetDemo.CommandLine;

/// <summary>What the demonstration types to start one of its processes. Nobody else does.</summary>
internal sealed class WorkCommand : Command
{
    private readonly Argument<int> _member = new("member");
    private readonly Argument<Uri> _baseAddress = new("base-address") { CustomParser = static result => new Uri(result.Tokens[0].Value) };
    private readonly Argument<Uri> _tokenEndpoint = new("token-endpoint") { CustomParser = static result => new Uri(result.Tokens[0].Value) };
    private readonly Argument<string> _clientId = new("client-id");
    private readonly Argument<int> _limit = new("limit");
    private readonly Argument<int> _window = new("window-in-ms");
    private readonly Argument<string?> _budgetFolder = new("budget-folder") { Arity = ArgumentArity.ZeroOrOne };

    /// <param name="work">Is the process.</param>
    public WorkCommand(Func<WorkSettings, CancellationToken, Task> work)
        : base(WorkSettings.Verb)
    {
        Hidden = true;
        Arguments.Add(_member);
        Arguments.Add(_baseAddress);
        Arguments.Add(_tokenEndpoint);
        Arguments.Add(_clientId);
        Arguments.Add(_limit);
        Arguments.Add(_window);
        Arguments.Add(_budgetFolder);
        SetAction((parsed, cancellationToken) => work(
            new WorkSettings(
                parsed.GetValue(_member),
                parsed.GetRequiredValue(_baseAddress),
                parsed.GetRequiredValue(_tokenEndpoint),
                parsed.GetRequiredValue(_clientId),
                parsed.GetValue(_limit),
                TimeSpan.FromMilliseconds(parsed.GetValue(_window)),
                parsed.GetValue(_budgetFolder)),
            cancellationToken));
    }
}
