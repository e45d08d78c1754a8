using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>Prints request builders, and the client.</summary>
internal static class RequestBuilderPrinter
{
    // No name of a document begins so.
    private const string ArgumentMethod = "_With";

    /// <summary>Prints a request builder.</summary>
    /// <param name="model">The request builder.</param>
    /// <param name="source">Where to print it.</param>
    /// <param name="ranksOverloads">Whether the compiler lets overloads be ranked.</param>
    public static void Print(RequestBuilderModel model, CSharpSource source, bool ranksOverloads)
    {
        source.Document(model.Documentation);
        source.MarkGenerated();
        foreach (var @namespace in model.ModelNamespaces)
        {
            source.Using(@namespace);
        }

        using (source.Body.Open($"{source.Accessibility} partial class {CSharpText.Identifier(model.Name)} : {source.Library("BaseRequestBuilder")}"))
        {
            foreach (var navigation in model.Navigations)
            {
                PrintNavigation(navigation, source);
                source.Body.Line();
            }

            if (model.Client is not null)
            {
                PrintClientConstructor(model, model.Client, source);
            }
            else
            {
                PrintConstructors(model, source);
            }

            foreach (var executor in model.Executors.Where(executor => executor.Owner != ExecutorOwner.Preconditions))
            {
                source.Body.Line();
                ExecutorPrinter.Print(model, executor, source, ranksOverloads);
            }

            if (model.Client is null && !model.Executors.IsEmpty)
            {
                source.Body.Line();
                PrintWithUrl(model, source);
            }

            foreach (var executor in model.Executors.Where(executor => !executor.QueryParameters.IsEmpty))
            {
                source.Body.Line();
                ExecutorPrinter.PrintQueryParameters(model, executor, source);
            }

            foreach (var executor in model.Executors.Where(executor => executor.HasConfigurationClass))
            {
                source.Body.Line();
                ExecutorPrinter.PrintConfigurationClass(model, executor, source);
            }

            foreach (var nested in model.NestedTypes)
            {
                source.Body.Line();
                ComposedTypePrinter.Print(nested, source);
            }
        }
    }

    private static void PrintNavigation(NavigationModel navigation, CSharpSource source)
    {
        var target = CSharpSource.Declared(navigation.BuilderFullName);
        var hiding = navigation.HidesInherited ? "new " : "";
        source.Document(navigation.Documentation);
        foreach (var parameter in navigation.Parameters)
        {
            source.DocumentParameter(parameter.Name, parameter.Documentation);
        }

        source.MarkObsolete(navigation.Obsolete);
        if (navigation.Parameters.IsEmpty)
        {
            using (source.Body.Open($"public {hiding}{target} {CSharpText.Identifier(navigation.Name)}"))
            {
                source.Body.Line($"get => new {target}(PathParameters, RequestAdapter);");
            }
        }
        else if (navigation.Name.Length > 0)
        {
            var parameters = string.Join(", ", navigation.Parameters.Select(parameter => Parameter(parameter, source)));
            using (source.Body.Open($"public {hiding}{target} {CSharpText.Identifier(navigation.Name)}({parameters})"))
            {
                source.Body.Line($"return new {target}(PathParameters, RequestAdapter, {string.Join(", ", navigation.Parameters.Select(parameter => CSharpText.Identifier(parameter.Name)))});");
            }
        }
        else
        {
            PrintIndexer(navigation.Parameters[0], target, mayBeBlank: false, source);
            if (navigation.TakesText)
            {
                source.Body.Line();
                source.Document(navigation.Documentation);
                source.DocumentParameter(navigation.Parameters[0].Name, navigation.Parameters[0].Documentation);
                source.MarkObsolete($"Use the indexer that takes {source.Element(navigation.Parameters[0].Type)} instead.");
                var text = navigation.Parameters[0] with { Type = new TypeReference(TypeKind.String) };
                PrintIndexer(text, target, mayBeBlank: true, source);
            }
        }
    }

    private static void PrintIndexer(ParameterModel parameter, string target, bool mayBeBlank, CSharpSource source)
    {
        using (source.Body.Open($"public {target} this[{source.Element(parameter.Type)} {parameter.Name}]"))
        using (source.Body.Open("get"))
        {
            var builder = $"new {target}(PathParameters, RequestAdapter)";
            var argument = $"{ArgumentMethod}({CSharpText.Literal(parameter.Key)}, {UrlText.OfArgument(parameter.Type, parameter.Name, isNullable: false, source)})";
            if (mayBeBlank)
            {
                source.Body.Line($"var builder = {builder};");
                source.Body.Line($"return string.IsNullOrWhiteSpace({parameter.Name}) ? builder : builder.{argument};");
            }
            else
            {
                source.Body.Line($"return {builder}.{argument};");
            }
        }
    }

    /// <summary>What an indexer of another builder calls: a builder copies its parameters when it is made, and once is enough.</summary>
    private static void PrintArgumentMethod(RequestBuilderModel model, CSharpSource source)
    {
        source.Body.Line();
        using (source.Body.Open($"internal {CSharpSource.Declared(model.Namespace + "." + model.Name)} {ArgumentMethod}(string key, object argument)"))
        {
            source.Body.Line("PathParameters.Add(key, argument);");
            source.Body.Line("return this;");
        }
    }

    private static string Parameter(ParameterModel parameter, CSharpSource source) =>
        $"{source.Item(parameter.Type)}{(parameter.Type.IsCollection ? "[]" : "")} {CSharpText.Identifier(parameter.Name)}";

    private static void PrintClientConstructor(RequestBuilderModel model, ClientModel client, CSharpSource source)
    {
        source.Document(new Documentation("Creates the client."));
        source.DocumentParameter("requestAdapter", "Sends the requests.");
        using (source.Body.Open($"public {CSharpText.Identifier(model.Name)}({source.Library("IRequestAdapter")} requestAdapter) : base(requestAdapter, {CSharpText.Literal(model.UrlTemplate)}, new {source.Library("Dictionary")}<string, object>())"))
        {
            var builder = source.Library("ApiClientBuilder");
            var json = source.HasDirectJson ? "DirectJson" : "Json";
            var form = source.HasDirectJson ? "DirectForm" : "Form";
            foreach (var factory in new[] { json, "Text", form, "Multipart" })
            {
                source.Body.Line($"{builder}.RegisterDefaultSerializer<{source.Library(factory + "SerializationWriterFactory")}>();");
            }

            foreach (var factory in new[] { json, "Text", "Form" })
            {
                source.Body.Line($"{builder}.RegisterDefaultDeserializer<{source.Library(factory + "ParseNodeFactory")}>();");
            }

            if (client.MustBeObserved)
            {
                source.Body.Line($"{source.Library("OperationRequestAdapter")}.ThrowIfUnobserved(requestAdapter);");
            }

            if (client.BaseUrl is { } baseUrl)
            {
                source.Using("Microsoft.Kiota.Abstractions.Extensions");
                using (source.Body.Open("if (string.IsNullOrEmpty(RequestAdapter.BaseUrl))"))
                {
                    source.Body.Line(client.IsBaseUrlWhole
                        ? $"RequestAdapter.BaseUrl = {CSharpText.Literal(baseUrl)};"
                        : $"throw new {source.Library("InvalidOperationException")}({CSharpText.Literal($"The server of {model.Name} is '{baseUrl}' in its document, which is no whole address. Set BaseUrl of the request adapter to the address of the API, such as https://api.example.com/v1, before the client is created.")});");
                }

                source.Body.Line("PathParameters.TryAdd(\"baseurl\", RequestAdapter.BaseUrl!);");
            }
        }
    }

    private static void PrintConstructors(RequestBuilderModel model, CSharpSource source)
    {
        var adapter = source.Library("IRequestAdapter");
        var name = CSharpText.Identifier(model.Name);
        var parameters = string.Concat(model.PathParameters.Select(parameter => $", {Parameter(parameter, source)}{(parameter.Type.IsCollection ? " = default!" : parameter.Type.IsValueType ? " = default" : " = \"\"")}"));
        source.Document(new Documentation("Creates the request builder."));
        source.DocumentParameter("pathParameters", "The path parameters so far.");
        source.DocumentParameter("requestAdapter", "Sends the requests.");
        foreach (var parameter in model.PathParameters)
        {
            source.DocumentParameter(parameter.Name, parameter.Documentation);
        }

        using (source.Body.Open($"public {name}({source.Library("Dictionary")}<string, object> pathParameters, {adapter} requestAdapter{parameters}) : base(requestAdapter, {CSharpText.Literal(model.UrlTemplate)}, pathParameters)"))
        {
            foreach (var parameter in model.PathParameters)
            {
                var argument = CSharpText.Identifier(parameter.Name);
                using (source.Body.Open(parameter.Type.IsValueType || parameter.Type.IsCollection ? $"if ({argument} != null)" : $"if (!string.IsNullOrWhiteSpace({argument}))"))
                {
                    source.Body.Line($"PathParameters.Add({CSharpText.Literal(parameter.Key)}, {UrlText.OfArgument(parameter.Type, argument, isNullable: true, source)});");
                }
            }
        }

        source.Body.Line();
        source.Document(new Documentation("Creates the request builder for an address that is known already."));
        source.DocumentParameter("rawUrl", "The whole address.");
        source.DocumentParameter("requestAdapter", "Sends the requests.");
        using (source.Body.Open($"public {name}(string rawUrl, {adapter} requestAdapter) : base(requestAdapter, {CSharpText.Literal(model.UrlTemplate)}, rawUrl)"))
        {
        }

        if (model.IsIndexed)
        {
            PrintArgumentMethod(model, source);
        }
    }

    private static void PrintWithUrl(RequestBuilderModel model, CSharpSource source)
    {
        var self = CSharpSource.Declared(model.Namespace + "." + model.Name);
        source.Document(new Documentation("The same request builder for an address that is known already, such as a link of an answer."));
        source.DocumentParameter("rawUrl", "The whole address.");
        source.MarkObsolete(model.Obsolete);
        using (source.Body.Open($"public {self} WithUrl(string rawUrl)"))
        {
            source.Body.Line($"return new {self}(rawUrl, RequestAdapter);");
        }
    }
}
