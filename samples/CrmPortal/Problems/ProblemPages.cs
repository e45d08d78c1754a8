using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using SieSmart.Runtime;

namespace CrmPortal.Problems;

/// <summary>Shows a page in place of an exception that nobody caught, and of a status without a body.</summary>
internal sealed class ProblemPages : IExceptionHandler
{
    public static Task ShowStatusAsync(StatusCodeContext context) =>
        (context.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => Problem.FormTooOld,
            StatusCodes.Status404NotFound => Problem.NoSuchPage,
            var other => Problem.NoSuchPage with { StatusCode = other },
        }).ToPage().ExecuteAsync(context.HttpContext);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            SieSmartException failure => Problem.Of(failure, ProposalOf(httpContext)),
            BadHttpRequestException => Problem.FormTooOld,
            _ => Problem.InThePortal,
        };
        await problem.ToPage().ExecuteAsync(httpContext);
        return true;
    }

    private static long? ProposalOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.RouteValues?.TryGetValue("id", out var value) == true
        && long.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
