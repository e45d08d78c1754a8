using System.Globalization;
using CrmPortal.Book;
using CrmPortal.Pages;
using CrmPortal.SigningIn;
using Microsoft.AspNetCore.Diagnostics;
using SieSmart.Runtime;

namespace CrmPortal.Problems;

/// <summary>Shows a page in place of an exception that nobody caught, and of a status without a body.</summary>
internal sealed partial class ProblemPages(KeptPages pages, Viewer viewer, ILogger<ProblemPages> log) : IExceptionHandler
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
        // ASP.NET Core logs nothing of an exception that has a page.
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? string.Empty;
        var problem = exception switch
        {
            AnotherProposalException found => Problem.AnotherProposal(found),
            SieSmartException failure => Problem.Of(failure, ProposalOf(httpContext)),
            BadHttpRequestException => Problem.FormTooOld,
            _ => Problem.InThePortal(httpContext.TraceIdentifier),
        };
        if (problem.StatusCode == StatusCodes.Status500InternalServerError)
        {
            Failed(exception, httpContext.Request.Method, path, httpContext.TraceIdentifier);
        }
        else
        {
            Refused(httpContext.Request.Method, path, problem.StatusCode, exception.Message);
        }

        // What another site makes a browser send is not kept.
        var isForm = HttpMethods.IsPost(httpContext.Request.Method) && exception is not BadHttpRequestException;
        await (isForm ? pages.Show(problem.ToPage(), viewer.User) : problem.ToPage()).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed, code {Code}.")]
    private partial void Failed(Exception exception, string method, string path, string code);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path} was answered with {StatusCode}: {Reason}")]
    private partial void Refused(string method, string path, int statusCode, string reason);

    private static long? ProposalOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.RouteValues?.TryGetValue("id", out var value) == true
        && long.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
