using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Json;

namespace SieSmart.Sandbox.Configuration;

internal static class ConfigurationEndpoints
{
    public static void MapConfiguration(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/common/offices", context =>
            AnswerAsync(context, DemoConfiguration.Offices.Select(configuration => configuration.Office)));
        routes.MapGet("/common/sales-contacts", context => AnswerAsync(context, RequireOffice(context).SalesContacts));
        routes.MapGet("/common/iac-codes", context => AnswerAsync(context, RequireOffice(context).AssetCodes));
        routes.MapGet("/common/calculation-configuration", context =>
            AnswerAsync(context, RequireOffice(context).Calculation));
        routes.MapGet("/common/rate-cards", context =>
            AnswerAsync(context, DemoConfiguration.Offices.SelectMany(configuration => configuration.RateCards)));
    }

    private static OfficeConfiguration RequireOffice(HttpContext context)
    {
        const string Name = "office-id";
        var text = context.Request.Query[Name].ToString();
        if (text.Length == 0)
        {
            throw RequestRefusedException.Invalid(new FieldViolation(Name, "REQUIRED", $"{Name} is required."));
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && DemoConfiguration.Find(id) is { } configuration
                ? configuration
                : throw RequestRefusedException.Invalid(
                    new FieldViolation(Name, "UNKNOWN_VALUE", $"{Name} is none of your offices: '{text}'."));
    }

    private static Task AnswerAsync<T>(HttpContext context, T answer)
        => context.Response.WriteAsJsonAsync(answer, SandboxJson.Options, context.RequestAborted);
}
