using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrmPortal.Pages;

internal static class Page
{
    /// <summary>A page that Razor writes, which encodes every value: what a person or SieSmart says is text, never markup.</summary>
    /// <typeparam name="T">The page.</typeparam>
    /// <param name="parameters">Its parameters, as an object with properties of their names.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="retryAfter">When it is worth another try, which a browser and whoever else asks is told.</param>
    public static IResult Show<T>(object parameters, int statusCode = StatusCodes.Status200OK, TimeSpan? retryAfter = null)
        where T : IComponent =>
        new ShownPage(new RazorComponentResult<T>(parameters) { StatusCode = statusCode }, retryAfter);
}
