using System.Globalization;

namespace CrmPortal.Pages;

/// <summary>A page with its headers. It can be shown more than once.</summary>
internal sealed class ShownPage(IResult page, TimeSpan? retryAfter) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (retryAfter is { } wait)
        {
            var seconds = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            httpContext.Response.Headers.RetryAfter = seconds;
            if (HttpMethods.IsGet(httpContext.Request.Method) && !httpContext.Request.Path.StartsWithSegments(KeptPages.Path, StringComparison.Ordinal))
            {
                // A page that nobody types into comes by itself. A form doesn't: it would take away what is typed meanwhile.
                httpContext.Response.Headers["Refresh"] = seconds;
            }
        }

        return page.ExecuteAsync(httpContext);
    }
}
