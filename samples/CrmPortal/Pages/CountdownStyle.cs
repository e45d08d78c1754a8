using System.Globalization;

namespace CrmPortal.Pages;

/// <summary>The style sheet that says where a countdown begins. Pages have no script, and no style of their own.</summary>
internal static class CountdownStyle
{
    public static void MapCountdown(this IEndpointRouteBuilder routes) => routes.MapGet("/countdown/{seconds:int:range(1,3600)}", (int seconds) =>
        Results.Text(string.Create(CultureInfo.InvariantCulture, $".countdown {{ --from: {seconds}; animation-duration: {seconds}s; }}"), "text/css"));
}
