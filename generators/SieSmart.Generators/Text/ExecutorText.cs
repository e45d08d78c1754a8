using SieSmart.Generators.Model;

namespace SieSmart.Generators.Text;

/// <summary>Writes the parts that all executors of a request builder have in common, whoever prints them.</summary>
internal sealed class ExecutorText(RequestBuilderModel builder, ExecutorModel executor, CSharpSource source)
{
    /// <summary>The name of the nested class of query parameters.</summary>
    public string QueryParametersName => $"{builder.Name}{executor.Verb}QueryParameters";

    /// <summary>The name of the nested class by which older clients configured the operation.</summary>
    public string ConfigurationClassName => $"{builder.Name}{executor.Verb}RequestConfiguration";

    /// <summary>The name of the method that makes the request.</summary>
    public string RequestInformationName => $"To{executor.Verb}RequestInformation";

    /// <summary>The name of the field that describes the operation to the runtime.</summary>
    public string OperationName => executor.Verb + "Operation";

    /// <summary>The parameters of the body, each followed by a comma.</summary>
    public string BodyParameters => executor.Body is null ? "" : $"{source.Required(executor.Body.Type)} body, {(executor.Body.ContentType is null ? "string contentType, " : "")}";

    /// <summary>The arguments that pass the body on, each followed by a comma.</summary>
    public string BodyArguments => executor.Body is null ? "" : $"body, {(executor.Body.ContentType is null ? "contentType, " : "")}";

    /// <summary>The parameter that configures the request.</summary>
    public string ConfigurationParameter => $"{source.Library("Action")}<{source.Library("RequestConfiguration")}<{QueryParametersType}>>? requestConfiguration = default";

    /// <summary>The parameter that cancels the request.</summary>
    public string CancellationParameter => $"{source.Library("CancellationToken")} cancellationToken = default";

    /// <summary>The type of its query parameters.</summary>
    public string QueryParametersType => executor.QueryParameters.IsEmpty
        ? source.Library("DefaultQueryParameters")
        : CSharpSource.Declared($"{builder.Namespace}.{builder.Name}.{QueryParametersName}");

    /// <summary>Writes the attribute that tells analyzers whose version an operation reads or changes.</summary>
    public void MarkScope()
    {
        if (executor.Operation.VersionScope is { } scope)
        {
            source.Body.Line($"[{source.Library("VersionScope")}({CSharpText.Literal(scope)})]");
        }
    }

    /// <summary>Writes what documents the body's parameters.</summary>
    public void DocumentBody()
    {
        if (executor.Body is { } body)
        {
            source.DocumentParameter("body", body.Documentation);
            if (body.ContentType is null)
            {
                source.DocumentParameter("contentType", "The media type of the body.");
            }
        }
    }

    /// <summary>
    /// Writes what is thrown where the server answers with an error that the document describes: the class of the error, or, where
    /// the runtime sends, an exception of the runtime that has it.
    /// </summary>
    public void DocumentThrown()
    {
        if (executor.Operation.Precondition == PreconditionKind.None)
        {
            foreach (var error in executor.Throws)
            {
                source.Body.Line($"/// <exception cref=\"{CSharpSource.Declared(error.TypeFullName)}\">{MarkdownText.Line(error.Words)}</exception>");
            }
        }
        else if (!executor.Throws.IsEmpty)
        {
            var errors = executor.Throws.Select(error => $"Its Error is a <see cref=\"{CSharpSource.Declared(error.TypeFullName)}\"/> after {MarkdownText.Line(error.Words)}");
            source.Body.Line($"/// <exception cref=\"{source.Library("SieSmartException")}\">The call failed. {string.Join(" ", errors)}</exception>");
        }
    }

    /// <summary>Writes the check that there is a body.</summary>
    public void CheckBody()
    {
        if (executor.Body is not { } body)
        {
            return;
        }

        source.Body.Line($"_ = body ?? throw new {source.Library("ArgumentNullException")}(nameof(body));");
        if (body.ContentType is null)
        {
            source.Body.Line($"_ = contentType ?? throw new {source.Library("ArgumentNullException")}(nameof(contentType));");
        }
    }

    /// <summary>Writes the statements that fill a request, up to but without the return.</summary>
    public void FillRequest()
    {
        var template = executor.UrlTemplate is null ? "UrlTemplate" : CSharpText.Literal(executor.UrlTemplate);
        source.Body.Line($"var requestInfo = new {source.Library("RequestInformation")}({source.Library("Method")}.{executor.Operation.Method}, {template}, PathParameters);");
        source.Body.Line("requestInfo.Configure(requestConfiguration);");
        UrlText.SpellQuery(executor, source);
        if (executor.Accept is { } accept)
        {
            source.Body.Line($"requestInfo.Headers.TryAdd(\"Accept\", {CSharpText.Literal(accept)});");
        }

        if (executor.Body is { } body)
        {
            var contentType = body.ContentType is null ? "contentType" : CSharpText.Literal(body.ContentType);
            source.Body.Line(body.Setter == BodySetter.SetStreamContent
                ? $"requestInfo.SetStreamContent(body, {contentType});"
                : $"requestInfo.{body.Setter}(RequestAdapter, {contentType}, body);");
        }
    }

    /// <summary>Writes the field that keeps which errors the server answers with, for calls after the first.</summary>
    public void DeclareErrors()
    {
        if (!executor.Errors.IsEmpty)
        {
            source.Body.Line($"private static {ErrorMappingType}? {ErrorMappingName};");
            source.Body.Line();
        }
    }

    /// <summary>
    /// Writes the body of a method that sends the request. Where the caller gets what the adapter returns there is no state machine: it would
    /// be compiled at the first call, and throw a failure once more. What goes wrong before is in the task, all the same.
    /// </summary>
    /// <param name="signature">The method's name and parameters.</param>
    /// <param name="result">What its task is of; null of a task without a result.</param>
    /// <param name="arguments">What makes the request.</param>
    /// <param name="isVersioned">Whether the caller gets the version along with it.</param>
    public void PrintSending(string signature, string? result, string arguments, bool isVersioned)
    {
        var ofResult = result is null ? "" : $"<{result}>";
        var declaration = $"{source.Library("Task")}{ofResult} {signature}";
        if (Converted is { } converted)
        {
            using (source.Body.Open($"public async {declaration}"))
            {
                PrepareSending(arguments);
                source.Body.Line($"var answer = await {Sending}.ConfigureAwait(false);");
                source.Body.Line(isVersioned ? $"return {source.Library("Versioned")}.From(requestInfo, {converted});" : $"return {converted};");
            }

            return;
        }

        using (source.Body.Open($"public {declaration}"))
        {
            using (source.Body.Open("try"))
            {
                PrepareSending(arguments);
                source.Body.Line($"return {(isVersioned ? VersionedSending : Sending)};");
            }

            using (source.Body.Open($"catch ({source.Library("Exception")} exception)"))
            {
                source.Body.Line($"return {source.Library("Task")}.FromException{ofResult}(exception);");
            }
        }
    }

    /// <summary>Writes the field that describes the operation to the runtime.</summary>
    public void DescribeOperation() => OperationText.Describe(OperationName, executor.Operation, source);

    private string ErrorMappingType => $"{source.Library("Dictionary")}<string, {source.Library("ParsableFactory")}<{source.Library("IParsable")}>>";

    private string ErrorMappingName => $"_{executor.Verb}Errors";

    private bool IsMixedList => executor.Result is { IsCollection: true, IsMixed: true, IsParsable: false } && source.HasDirectJson;

    /// <summary>The list that callers get of an answer that the adapter returns as something else; null if it is what callers get.</summary>
    private string? Converted => IsMixedList ? "answer?.Items" : executor.Result is { IsCollection: true } ? "answer?.AsList()" : null;

    /// <summary>The call of the adapter.</summary>
    private string Sending
    {
        get
        {
            return executor.Result switch
            {
                null => "RequestAdapter.SendNoContentAsync(" + Filled(""),
                { IsCollection: true, IsParsable: true } type => $"RequestAdapter.SendCollectionAsync<{source.Element(type)}>(" + Filled($"{source.Element(type)}.CreateFromDiscriminatorValue, "),
                { } type when IsMixedList => $"RequestAdapter.SendAsync<{MixedList(type)}>(" + Filled($"node => new {MixedList(type)}(node), "),
                { IsCollection: true } type => $"RequestAdapter.SendPrimitiveCollectionAsync<{source.Item(type)}>(" + Filled(""),
                { IsParsable: true } type => $"RequestAdapter.SendAsync<{source.Element(type)}>(" + Filled($"{source.Element(type)}.CreateFromDiscriminatorValue, "),
                { } type => $"RequestAdapter.SendPrimitiveAsync<{source.Item(type)}>(" + Filled(""),
            };

            string Filled(string factory) => $"requestInfo, {factory}{ErrorMapping}, cancellationToken)";
        }
    }

    /// <summary>The call that returns the version, too; of what is common the runtime makes one task.</summary>
    private string VersionedSending
    {
        get
        {
            var versioned = source.Library("Versioned");
            return executor.Result switch
            {
                null => $"{versioned}.SendNoContentAsync(RequestAdapter, requestInfo, {ErrorMapping}, cancellationToken)",
                { IsCollection: false, IsParsable: true } type =>
                    $"{versioned}.SendAsync<{source.Element(type)}>(RequestAdapter, requestInfo, {source.Element(type)}.CreateFromDiscriminatorValue, {ErrorMapping}, cancellationToken)",
                _ => $"{versioned}.FromAsync(requestInfo, {Sending})",
            };
        }
    }

    private string ErrorMapping => executor.Errors.IsEmpty ? "default" : "errorMapping";

    private string MixedList(TypeReference type) => $"{source.Library("DirectJsonMixedList")}<{source.Item(type)}>";

    private void PrepareSending(string arguments)
    {
        CheckBody();
        source.Body.Line($"var requestInfo = {RequestInformationName}({arguments});");
        if (executor.Result is { IsCollection: true } && !IsMixedList)
        {
            source.Using("Microsoft.Kiota.Abstractions.Extensions");
        }

        if (executor.Errors.IsEmpty)
        {
            return;
        }

        using (source.Body.Open($"var errorMapping = {ErrorMappingName} ??= new {ErrorMappingType}", "};"))
        {
            foreach (var error in executor.Errors)
            {
                source.Body.Line($"{{ {CSharpText.Literal(error.Code)}, {CSharpSource.Declared(error.TypeFullName)}.CreateFromDiscriminatorValue }},");
            }
        }
    }
}
