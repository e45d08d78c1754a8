using System.Globalization;
using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Registration;

/// <summary>Prints the class that registers a client.</summary>
internal static class RegistrationPrinter
{
    /// <summary>Prints the class.</summary>
    public static void Print(RegistrationModel model, CSharpSource source)
    {
        source.Document(model.Documentation);
        source.MarkGenerated();
        using (source.Body.Open($"{source.Accessibility} static class {CSharpText.Identifier(model.Name)}"))
        {
            PrintDefaults(model, source);
            source.Body.Line();
            PrintMethod(model, source, $"{source.Library("IConfiguration")} configuration, {ActionOfOptions(source)}? configure = null", "configuration, configure", () =>
            {
                source.DocumentParameter("configuration", $"The application's configuration, whose section {model.Section} is taken, or a section that holds the options itself.");
                source.DocumentParameter("configure", "Sets what no configuration can hold, after it was read; null for nothing.");
            });
            source.Body.Line();
            PrintMethod(model, source, $"{ActionOfOptions(source)} configure", "configure", () =>
                source.DocumentParameter("configure", "Sets the options; they are checked when the host starts, or else when the client is first asked for."));
        }
    }

    private static string ActionOfOptions(CSharpSource source) => $"{source.Library("Action")}<{source.Library("OpenApiClientOptions")}>";

    private static void PrintDefaults(RegistrationModel model, CSharpSource source)
    {
        source.Document(new Documentation("What the document says of how the API is reached."));
        using (source.Body.Open($"private static {source.Library("ClientDefaults")} Defaults {{ get; }} = new {source.Library("ClientDefaults")}", "};"))
        {
            PrintAddress("BaseAddress", model.BaseAddress, source);
            PrintAddress("TokenEndpoint", model.TokenEndpoint, source);
            if (model.Scope is { } scope)
            {
                source.Body.Line($"Scope = {CSharpText.Literal(scope)},");
            }

            if (!model.ApiKeys.IsEmpty)
            {
                using (source.Body.Open($"ApiKeys = new {source.Library("ApiKeyScheme")}[]", "},"))
                {
                    foreach (var key in model.ApiKeys)
                    {
                        source.Body.Line($"new {source.Library("ApiKeyScheme")}({CSharpText.Literal(key.Name)}, {source.Library("ApiKeyPlace")}.{(key.IsInQuery ? "Query" : "Header")}),");
                    }
                }
            }

            if (model.Requests is { } requests)
            {
                source.Body.Line($"Permits = {requests.ToString(CultureInfo.InvariantCulture)},");
                source.Body.Line($"Window = {source.Library("TimeSpan")}.FromSeconds({model.Seconds.ToString(CultureInfo.InvariantCulture)}),");
            }

            if (model.Operations is { } operations)
            {
                source.Body.Line($"Operations = {CSharpSource.Declared(operations)}.All,");
            }
        }
    }

    private static void PrintAddress(string property, string? address, CSharpSource source)
    {
        if (address is not null)
        {
            source.Body.Line($"{property} = new {source.Library("Uri")}({CSharpText.Literal(address)}),");
        }
    }

    private static void PrintMethod(RegistrationModel model, CSharpSource source, string parameters, string arguments, Action documentParameters)
    {
        source.Using("Microsoft.Extensions.DependencyInjection");
        source.Tag("summary", "Registers the client with what its document says, to be injected anywhere. See AddOpenApiClient.");
        source.DocumentParameter("services", "The services to add to.");
        documentParameters();
        source.DocumentParameter("name", "The client's name among services, options and settings; another one for another account.");
        source.Body.Line("/// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>");
        using (source.Body.Open($"public static {source.Library("IHttpClientBuilder")} {CSharpText.Identifier(model.Method)}(this {source.Library("IServiceCollection")} services, {parameters}, string name = {CSharpText.Literal(model.Section)})"))
        {
            source.Body.Line($"return services.AddOpenApiClient<{CSharpSource.Declared(model.Client)}>(name, Defaults, {arguments});");
        }
    }
}
