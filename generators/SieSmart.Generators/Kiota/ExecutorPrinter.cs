using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>Prints executors in Kiota's form.</summary>
internal static class ExecutorPrinter
{
    /// <summary>Prints the methods of one operation.</summary>
    public static void Print(RequestBuilderModel builder, ExecutorModel executor, CSharpSource source, bool ranksOverloads)
    {
        var text = new ExecutorText(builder, executor, source);
        var hasContext = executor.Operation.Precondition != PreconditionKind.None;
        if (hasContext)
        {
            text.DescribeOperation();
        }

        text.DeclareErrors();
        PrintAsync(executor, text, source, ranksOverloads);
        source.Body.Line();
        if (executor.OlderResult is not null)
        {
            var older = executor with { Name = executor.Verb, Result = executor.OlderResult, Obsolete = $"Use {executor.Name}Async instead." };
            PrintAsync(older, new ExecutorText(builder, older, source), source, ranksOverloads);
            source.Body.Line();
        }

        PrintRequestInformation(executor, text, source, ranksOverloads, hasContext);
    }

    /// <summary>Prints the class of an operation's query parameters.</summary>
    public static void PrintQueryParameters(RequestBuilderModel builder, ExecutorModel executor, CSharpSource source)
    {
        source.Document(new Documentation($"The query parameters of {Documentation.Code($"{executor.Operation.Method} {executor.Operation.PathTemplate}")}."));
        using (source.Body.Open($"public partial class {new ExecutorText(builder, executor, source).QueryParametersName}"))
        {
            foreach (var parameter in executor.QueryParameters)
            {
                source.Document(parameter.Documentation);
                source.MarkObsolete(parameter.Obsolete);
                if (parameter.TemplateName is { } name)
                {
                    source.Body.Line($"[{source.Library("QueryParameter")}({CSharpText.Literal(name)})]");
                }

                var type = source.ArrayOrNullable(parameter.Type);
                source.Body.Line($"public {(parameter.HidesInherited ? "new " : "")}{type} {CSharpText.Identifier(parameter.Name)} {{ get; set; }}");
                source.Body.Line();
            }
        }
    }

    /// <summary>Prints the class by which older clients configured an operation.</summary>
    public static void PrintConfigurationClass(RequestBuilderModel builder, ExecutorModel executor, CSharpSource source)
    {
        var text = new ExecutorText(builder, executor, source);
        source.Document(new Documentation($"The configuration of {Documentation.Code($"{executor.Operation.Method} {executor.Operation.PathTemplate}")}."));
        source.MarkObsolete("Use RequestConfiguration<T> instead.");
        using (source.Body.Open($"public partial class {text.ConfigurationClassName} : {source.Library("RequestConfiguration")}<{text.QueryParametersType}>"))
        {
        }
    }

    private static void MarkUnguarded(ExecutorModel executor, ExecutorText text, CSharpSource source, bool ranksOverloads)
    {
        if (executor.Owner != ExecutorOwner.Both)
        {
            return;
        }

        if (ranksOverloads && executor.Operation.Precondition is (PreconditionKind.Guarded or PreconditionKind.Optional))
        {
            // Where an argument fits both forms, such as "default", callers mean Kiota's.
            source.Body.Line($"[{source.Library("OverloadResolutionPriority")}(1)]");
        }

        if (executor.Operation.Precondition == PreconditionKind.Guarded)
        {
            source.Body.Line($"[{source.Library("RequiresIfMatch")}]");
        }

        text.MarkScope();
    }

    private static void PrintAsync(ExecutorModel executor, ExecutorText text, CSharpSource source, bool ranksOverloads)
    {
        source.Document(executor.Documentation);
        text.DocumentBody();
        source.DocumentParameter("requestConfiguration", "Configures headers, query parameters and options of the request.");
        source.DocumentParameter("cancellationToken", "Cancels the request.");
        text.DocumentThrown();
        source.MarkObsolete(executor.Obsolete);
        source.MarkInferred(executor.IsInferred);
        MarkUnguarded(executor, text, source, ranksOverloads);
        text.PrintSending(
            $"{executor.Name}Async({text.BodyParameters}{text.ConfigurationParameter}, {text.CancellationParameter})",
            executor.Result is null ? null : source.Nullable(executor.Result),
            $"{text.BodyArguments}requestConfiguration",
            isVersioned: false);
    }

    private static void PrintRequestInformation(ExecutorModel executor, ExecutorText text, CSharpSource source, bool ranksOverloads, bool hasContext)
    {
        source.Document(new Documentation(executor.Documentation.Summary));
        text.DocumentBody();
        source.DocumentParameter("requestConfiguration", "Configures headers, query parameters and options of the request.");
        source.MarkObsolete(executor.Obsolete);
        source.MarkInferred(executor.IsInferred);
        MarkUnguarded(executor, text, source, ranksOverloads);
        using (source.Body.Open($"public {source.Library("RequestInformation")} {text.RequestInformationName}({text.BodyParameters}{text.ConfigurationParameter})"))
        {
            text.CheckBody();
            text.FillRequest();
            if (hasContext)
            {
                source.Body.Line($"{source.Library("OperationContext")}.Attach(requestInfo, {text.OperationName});");
            }

            source.Body.Line("return requestInfo;");
        }
    }
}
