using System.Globalization;

namespace CrmPortal.SigningIn;

/// <summary>Who sends the request that is being answered, and what time it is for them. Thread-safe.</summary>
internal sealed class Viewer(IHttpContextAccessor requests)
{
    // The pages are in English, whatever the numbers of whoever reads them look like.
    private static readonly CultureInfo Language = CultureInfo.InvariantCulture;

    /// <summary>Null before somebody has signed in.</summary>
    public DemoUser? User => requests.HttpContext is { } request ? DemoUser.Of(request.User) : null;

    /// <summary>A moment by their clock, to the second where it matters which of two was first.</summary>
    public string Moment(DateTimeOffset moment, bool withSeconds = false) =>
        TimeZoneInfo.ConvertTime(moment, User?.Clock ?? TimeZoneInfo.Utc).ToString(withSeconds ? "d MMM yyyy, HH:mm:ss" : "d MMM yyyy, HH:mm", Language);
}
