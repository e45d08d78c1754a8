using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Preconditions;

/// <summary>Prints extension methods that send others' operations with entity tags.</summary>
internal static class GuardPrinter
{
    /// <summary>Prints the guards of one request builder.</summary>
    public static void Print(GuardFileModel model, CSharpSource source)
    {
        using (source.Body.Open($"{source.Accessibility} static partial class {CSharpText.Identifier(model.Name)}"))
        {
            var isFirst = true;
            foreach (var guard in model.Guards)
            {
                if (!isFirst)
                {
                    source.Body.Line();
                }

                isFirst = false;
                Print(model, guard, source);
            }
        }
    }

    private static void Print(GuardFileModel model, GuardModel guard, CSharpSource source)
    {
        var (parameter, argument) = guard.Executor.Operation.Precondition switch
        {
            PreconditionKind.Guarded => ($"{source.Library("ETag")} ifMatch, ", ", ifMatch"),
            PreconditionKind.Optional => ($"{source.Library("ETag")}? ifMatch, ", ", ifMatch"),
            _ => ("", ""),
        };
        PrintAsync(model, guard, parameter, argument, source);
        if (parameter.Length > 0 && guard.RequestInformationName is not null)
        {
            source.Body.Line();
            PrintRequestInformation(model, guard, parameter, argument, source);
        }
    }

    private static void PrintAsync(GuardFileModel model, GuardModel guard, string parameter, string argument, CSharpSource source)
    {
        var executor = guard.Executor;
        var context = source.Library("OperationContext");
        var versioned = source.Library("Versioned");
        var isVersioned = IfMatchText.ReturnsVersioned(executor);
        var result = (isVersioned, guard.ResultType) switch
        {
            (true, null) => $"<{versioned}>",
            (true, { } type) => $"<{versioned}<{type}>>",
            (false, null) => "",
            (false, { } type) => $"<{type}?>",
        };

        // Without an ETag among the parameters nothing but the name can tell the two forms apart.
        var name = executor.Verb + (parameter.Length == 0 ? "Versioned" : "") + "Async";
        Document(guard, source);
        source.DocumentParameter("cancellationToken", "Cancels the request.");
        IfMatchText.DocumentResult(executor, source);
        Mark(executor, source);
        using (source.Body.Open($"public static async {source.Library("Task")}{result} {name}(this {model.BuilderType} builder, {Parameters(guard)}{parameter}{Configuration(guard, source)}, {source.Library("CancellationToken")} cancellationToken = default)"))
        {
            source.Body.Line($"_ = builder ?? throw new {source.Library("ArgumentNullException")}(nameof(builder));");
            source.Body.Line($"{context}? context = null;");
            source.Body.Line($"{(guard.ResultType is null ? "" : "var answer = ")}await builder.{guard.SendName}(");
            source.Body.Line($"    {string.Concat(guard.BodyParameters.Select(body => CSharpText.Identifier(body.Name) + ", "))}configuration =>");
            using (source.Body.Open("", "}, cancellationToken).ConfigureAwait(false);"))
            {
                source.Body.Line("requestConfiguration?.Invoke(configuration);");
                source.Body.Line($"context = {context}.Attach(configuration, {model.OperationsType}.{guard.DescriptionName}{argument});");
            }

            if (isVersioned)
            {
                source.Body.Line($"return {versioned}.From(context!{(guard.ResultType is null ? "" : ", answer")});");
            }
            else if (guard.ResultType is not null)
            {
                source.Body.Line("return answer;");
            }
        }
    }

    private static void PrintRequestInformation(GuardFileModel model, GuardModel guard, string parameter, string argument, CSharpSource source)
    {
        Document(guard, source);
        Mark(guard.Executor, source);
        using (source.Body.Open($"public static {source.Library("RequestInformation")} {guard.RequestInformationName}(this {model.BuilderType} builder, {Parameters(guard)}{parameter}{Configuration(guard, source)})"))
        {
            source.Body.Line($"_ = builder ?? throw new {source.Library("ArgumentNullException")}(nameof(builder));");
            source.Body.Line($"var requestInfo = builder.{guard.RequestInformationName}({string.Concat(guard.BodyParameters.Select(body => CSharpText.Identifier(body.Name) + ", "))}requestConfiguration);");
            source.Body.Line($"{source.Library("OperationContext")}.Attach(requestInfo, {model.OperationsType}.{guard.DescriptionName}{argument});");
            source.Body.Line("return requestInfo;");
        }
    }

    private static void Document(GuardModel guard, CSharpSource source)
    {
        source.Document(guard.Executor.Documentation);
        source.DocumentParameter("builder", "The request builder of the resource.");
        foreach (var body in guard.BodyParameters)
        {
            source.DocumentParameter(body.Name, body == guard.BodyParameters[0] ? guard.Executor.Body?.Documentation.Summary ?? "The body." : "The media type of the body.");
        }

        IfMatchText.DocumentParameter(guard.Executor, source);
        source.DocumentParameter("requestConfiguration", "Configures headers, query parameters and options of the request.");
    }

    private static void Mark(ExecutorModel executor, CSharpSource source)
    {
        source.MarkObsolete(executor.Obsolete);
        source.MarkInferred(executor.IsInferred);
        if (executor.Operation.VersionScope is { } scope)
        {
            source.Body.Line($"[{source.Library("VersionScope")}({CSharpText.Literal(scope)})]");
        }
    }

    private static string Parameters(GuardModel guard) =>
        string.Concat(guard.BodyParameters.Select(body => $"{body.Type} {CSharpText.Identifier(body.Name)}, "));

    private static string Configuration(GuardModel guard, CSharpSource source) =>
        $"{source.Library("Action")}<{guard.ConfigurationType}>? requestConfiguration = default";
}
