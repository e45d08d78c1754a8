using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrmPortal.SigningIn;

/// <summary>Somebody who may sign in to this sample. Yours come from where your company keeps its people.</summary>
/// <param name="Key">What the cookie holds.</param>
/// <param name="Name">What colleagues see.</param>
/// <param name="City">Where they work.</param>
/// <param name="Culture">How they write numbers.</param>
/// <param name="TimeZone">The clock on their wall, by its IANA name.</param>
public sealed record DemoUser(string Key, string Name, string City, string Culture, string TimeZone)
{
    public static IReadOnlyList<DemoUser> All { get; } =
    [
        new("ada", "Ada Ferris", "London", "en-GB", "Europe/London"),
        new("lucia", "Lucía Prado", "Madrid", "es-ES", "Europe/Madrid"),
    ];

    /// <summary>Their numbers; those of no culture on a machine that knows none.</summary>
    public CultureInfo Numbers
    {
        get
        {
            try
            {
                return CultureInfo.GetCultureInfo(Culture);
            }
            catch (CultureNotFoundException)
            {
                return CultureInfo.InvariantCulture;
            }
        }
    }

    /// <summary>Their clock; UTC on a machine that knows no time zones.</summary>
    public TimeZoneInfo Clock => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public static DemoUser? Find(string? key) => All.FirstOrDefault(user => user.Key == key);

    public static DemoUser? Of(ClaimsPrincipal principal) => Find(principal.Identity?.Name);

    public ClaimsPrincipal ToPrincipal() =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, Key)], CookieAuthenticationDefaults.AuthenticationScheme));
}
