namespace SieSmart.Sandbox.Faults;

/// <summary>In which form an answer says when to come back.</summary>
public enum RetryAfterForm
{
    /// <summary>No Retry-After header.</summary>
    Absent,

    /// <summary>A number of seconds, rounded up.</summary>
    Seconds,

    /// <summary>A date to the second, rounded up.</summary>
    Date,
}
