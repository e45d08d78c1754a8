namespace SieSmart.Sandbox.Notifications;

/// <summary>Where notifications may go.</summary>
internal static class WebhookAddress
{
    /// <returns>What is wrong with an address, as a code and in words; null if nothing is.</returns>
    public static (string Code, string Message)? Complaint(string text, SandboxOptions options, out Uri? address)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out address) || address.Scheme is not ("http" or "https"))
        {
            return ("INVALID", "must be an absolute http or https address");
        }

        return address.IsLoopback || options.AllowRemoteWebhooks
            ? null
            : ("NOT_LOOPBACK", "must be a loopback address; the sandbox sends nothing further unless told so");
    }
}
