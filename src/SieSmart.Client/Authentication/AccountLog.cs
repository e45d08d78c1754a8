using Microsoft.Extensions.Logging;

namespace SieSmart.Client.Authentication;

/// <summary>What an account tells of its options.</summary>
internal static partial class AccountLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "SieSmart client '{Name}' uses new credentials from now on, client id {ClientId}.")]
    public static partial void CredentialsChanged(ILogger logger, string name, string clientId);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The options of SieSmart client '{Name}' were changed, but the old ones stay in use: {Reason}")]
    public static partial void OptionsRefused(ILogger logger, string name, string reason);
}
