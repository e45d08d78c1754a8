namespace SieSmart.Client;

/// <summary>
/// Where the decision on a proposal stands. The vendor's list of values is not known in full, so any text can be one, and the known ones
/// have names here.
/// </summary>
public readonly record struct DecisionStatus
{
    // The documented value begins so, and its end can't be read on the vendor's page.
    private const string MoreInformation = "MORE_INFORMATION";

    /// <summary>Names a status.</summary>
    /// <param name="value">What the API says, byte for byte; null before a proposal was submitted.</param>
    public DecisionStatus(string? value) => Value = value;

    /// <summary>What the API says, byte for byte; null before a proposal was submitted.</summary>
    public string? Value { get; }

    /// <summary>There is no decision: <c>NOT_AVAILABLE</c>.</summary>
    public static DecisionStatus NotAvailable { get; } = new("NOT_AVAILABLE");

    /// <summary>An underwriter has the proposal: <c>PENDING</c>.</summary>
    public static DecisionStatus Pending { get; } = new("PENDING");

    /// <summary>It was accepted: <c>ACCEPTED</c>.</summary>
    public static DecisionStatus Accepted { get; } = new("ACCEPTED");

    /// <summary>It was declined: <c>DECLINED</c>.</summary>
    public static DecisionStatus Declined { get; } = new("DECLINED");

    /// <summary>Whether it was accepted or declined.</summary>
    public bool IsDecided => this == Accepted || this == Declined;

    /// <summary>
    /// Whether the underwriter asks for something: the decision's comment says what, and there is none before the introducer has given it.
    /// True of each value that begins with <c>MORE_INFORMATION</c>.
    /// </summary>
    public bool NeedsMoreInformation => Value?.StartsWith(MoreInformation, StringComparison.Ordinal) == true;

    /// <summary>Whether a decision may come by itself. False of a value that nobody knows: only a person can say what it asks for.</summary>
    public bool IsWaiting => Value is null || this == NotAvailable || this == Pending;

    /// <summary>What the API says.</summary>
    public override string ToString() => Value ?? string.Empty;
}
