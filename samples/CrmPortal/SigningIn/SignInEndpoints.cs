using System.Globalization;
using CrmPortal.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrmPortal.SigningIn;

/// <summary>
/// A sign-in that a sample can have: a cookie, and no password. It says who did what, and keeps nobody out: put your own in its place.
/// </summary>
internal static class SignInEndpoints
{
    private const string Path = "/sign-in";

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "portal-signed-in";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.LoginPath = Path;
            cookie.ReturnUrlParameter = SignInPage.ReturnInput;
        });
        return services.AddAuthorization().AddHttpContextAccessor().AddSingleton<Viewer>();
    }

    /// <summary>Finds out who sends a request, and reads and writes numbers as they do.</summary>
    public static void UseSignIn(this IApplicationBuilder application)
    {
        application.UseAuthentication();
        application.Use((context, next) =>
        {
            CultureInfo.CurrentCulture = DemoUser.Of(context.User)?.Numbers ?? CultureInfo.InvariantCulture;
            return next(context);
        });
    }

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpRequest request) => Page.Show<SignInPage>(new { ReturnPath = LocalPath(request.Query[SignInPage.ReturnInput]) }));
        routes.MapPost(Path, async (IFormCollection form, HttpContext context) =>
        {
            if (DemoUser.Find(form[SignInPage.UserInput]) is { } user)
            {
                await context.SignInAsync(user.ToPrincipal());
            }

            return Results.LocalRedirect(LocalPath(form[SignInPage.ReturnInput]));
        });
        routes.MapPost("/sign-out", async (IFormCollection form, HttpContext context) =>
        {
            await context.SignOutAsync();
            return Results.LocalRedirect(Path);
        });
    }

    // Anybody can make up an address that leads here; it must not lead on to another site.
    private static string LocalPath(string? path) => path is ['/', not ('/' or '\\'), ..] ? path : "/";
}
