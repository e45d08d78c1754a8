using System.Globalization;
using SieSmart.Runtime;

namespace Reliability.Tests.Matrix;

/// <summary>A cell of the matrix: what the caller saw, and what the server did.</summary>
/// <param name="Outcome">In the words of docs/reliability.md.</param>
/// <param name="CarriedOut">How often the server did what it was asked for.</param>
/// <param name="Asked">How many requests reached the server.</param>
internal sealed record Observation(string Outcome, int CarriedOut, int Asked)
{
    public const string Result = "result";
    public const string Unknown = "unknown";
    public const string Applied = "applied";

    /// <summary>The word for what a call ended with; null is success.</summary>
    public static string OutcomeOf(Exception? failure, bool isWrite) => failure switch
    {
        null => Result,
        ServiceUnavailableException => "unavailable",
        OutcomeUnknownException => Unknown,
        ResponseUnreadableException => isWrite ? Applied : "unreadable",
        AuthenticationFailedException => "unauthorized",
        AccessDeniedException => "denied",
        ResourceNotFoundException => "not found",
        PreconditionFailedException => "conflict",
        RateLimitExceededException => "limited",
        ServerErrorException => "failed",
        _ => failure.GetType().Name,
    };

    public static Observation Parse(string cell)
    {
        var space = cell.LastIndexOf(' ');
        var slash = cell.LastIndexOf('/');
        return new Observation(
            cell[..space],
            int.Parse(cell.AsSpan(space + 1, slash - space - 1), CultureInfo.InvariantCulture),
            int.Parse(cell.AsSpan(slash + 1), CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Outcome} {CarriedOut}/{Asked}");
}
