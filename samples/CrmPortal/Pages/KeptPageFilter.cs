using CrmPortal.SigningIn;

namespace CrmPortal.Pages;

/// <summary>Lets a form be answered with a redirection in every case: the page that its endpoint shows is kept.</summary>
internal sealed class KeptPageFilter(KeptPages pages, Viewer viewer) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        return answer is IResult page && HttpMethods.IsPost(context.HttpContext.Request.Method) ? pages.Show(page, viewer.User) : answer;
    }
}
