namespace SieSmart.Pipeline.Retries;

/// <summary>How often a call is repeated, and how long that may take.</summary>
/// <param name="MaxRetries">The number of repetitions, without the one after a rejected token.</param>
/// <param name="TotalTimeout">For the call with all of its attempts and waits.</param>
/// <param name="QueueTimeout">For one wait for a permit, which a 429 makes longer.</param>
/// <param name="CanRenewCredentials">Whether an attempt after a 401 would show other credentials.</param>
internal sealed record RetryLimits(int MaxRetries, TimeSpan TotalTimeout, TimeSpan QueueTimeout, bool CanRenewCredentials);
