namespace Parity.Tests.Differences;

/// <summary>What is compared.</summary>
public enum ComparisonKind
{
    /// <summary>Whether both generators make a client that compiles.</summary>
    Program,

    /// <summary>What callers see of a new client.</summary>
    Shape,

    /// <summary>What callers see of a client for older callers.</summary>
    OlderShape,

    /// <summary>What is sent.</summary>
    Request,

    /// <summary>What comes of an answer.</summary>
    Answer,
}
