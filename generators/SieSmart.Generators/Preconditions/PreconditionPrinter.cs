using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Preconditions;

/// <summary>Prints the executors that take or return entity tags.</summary>
internal static class PreconditionPrinter
{
    /// <summary>Whether there is anything to print.</summary>
    public static bool IsNeeded(RequestBuilderModel model) => model.Executors.Any(executor => executor.Owner != ExecutorOwner.Kiota);

    /// <summary>Prints the other half of a request builder.</summary>
    public static void Print(RequestBuilderModel model, CSharpSource source)
    {
        using (source.Body.Open($"{source.Accessibility} partial class {CSharpText.Identifier(model.Name)}"))
        {
            var isFirst = true;
            foreach (var executor in model.Executors.Where(executor => executor.Owner != ExecutorOwner.Kiota))
            {
                if (!isFirst)
                {
                    source.Body.Line();
                }

                isFirst = false;
                Print(model, executor, source);
            }
        }
    }

    private static void Print(RequestBuilderModel builder, ExecutorModel executor, CSharpSource source)
    {
        var text = new ExecutorText(builder, executor, source);
        var isBesideKiota = executor.Owner == ExecutorOwner.Both;
        var (parameter, argument) = executor.Operation.Precondition switch
        {
            PreconditionKind.Guarded => ($"{source.Library("ETag")} ifMatch, ", "ifMatch, "),
            PreconditionKind.Optional => ($"{source.Library("ETag")}? ifMatch{(isBesideKiota ? "" : " = default")}, ", "ifMatch, "),
            _ => ("", ""),
        };
        if (!isBesideKiota)
        {
            text.DescribeOperation();
        }

        // Without an ETag among the parameters nothing but the name can tell the two forms apart.
        var name = executor.Verb + (isBesideKiota && parameter.Length == 0 ? "Versioned" : "") + "Async";
        PrintAsync(executor, text, source, name, parameter, argument);
        if (executor.HasVersionedName)
        {
            source.Body.Line();
            Declare(executor, text, source);
            source.Body.Line($"public {Result(executor, source)} {executor.Verb}VersionedAsync({text.BodyParameters}{text.ConfigurationParameter}, {text.CancellationParameter}) => {name}({text.BodyArguments}requestConfiguration, cancellationToken);");
        }

        if (!isBesideKiota || parameter.Length > 0)
        {
            source.Body.Line();
            PrintRequestInformation(executor, text, source, parameter);
        }
    }

    private static void PrintAsync(ExecutorModel executor, ExecutorText text, CSharpSource source, string name, string parameter, string argument)
    {
        Declare(executor, text, source);
        using (source.Body.Open($"public async {Result(executor, source)} {name}({text.BodyParameters}{parameter}{text.ConfigurationParameter}, {text.CancellationParameter})"))
        {
            text.CheckBody();
            source.Body.Line($"var requestInfo = {text.RequestInformationName}({text.BodyArguments}{argument}requestConfiguration);");
            var answer = text.Send();
            if (IfMatchText.ReturnsVersioned(executor))
            {
                source.Body.Line($"return {source.Library("Versioned")}.From(requestInfo{(answer is null ? "" : ", " + answer)});");
            }
            else if (answer is not null)
            {
                source.Body.Line($"return {answer};");
            }
        }
    }

    private static void Declare(ExecutorModel executor, ExecutorText text, CSharpSource source)
    {
        source.Document(executor.Documentation);
        text.DocumentBody();
        IfMatchText.DocumentParameter(executor, source);
        source.DocumentParameter("requestConfiguration", "Configures headers, query parameters and options of the request.");
        source.DocumentParameter("cancellationToken", "Cancels the request.");
        IfMatchText.DocumentResult(executor, source);
        text.DocumentThrown();
        source.MarkObsolete(executor.Obsolete);
        source.MarkInferred(executor.IsInferred);
        text.MarkScope();
    }

    private static string Result(ExecutorModel executor, CSharpSource source)
    {
        var versioned = source.Library("Versioned");
        return (IfMatchText.ReturnsVersioned(executor), executor.Result) switch
        {
            (true, null) => $"{source.Library("Task")}<{versioned}>",
            (true, { IsCollection: true } type) => $"{source.Library("Task")}<{versioned}<{source.Required(type)}>>",
            (true, { } type) => $"{source.Library("Task")}<{versioned}<{source.Element(type)}>>",
            (false, null) => source.Library("Task"),
            (false, { } type) => $"{source.Library("Task")}<{source.Nullable(type)}>",
        };
    }

    private static void PrintRequestInformation(ExecutorModel executor, ExecutorText text, CSharpSource source, string parameter)
    {
        source.Document(new Documentation(executor.Documentation.Summary));
        text.DocumentBody();
        IfMatchText.DocumentParameter(executor, source);
        source.DocumentParameter("requestConfiguration", "Configures headers, query parameters and options of the request.");
        source.MarkObsolete(executor.Obsolete);
        source.MarkInferred(executor.IsInferred);
        text.MarkScope();
        using (source.Body.Open($"public {source.Library("RequestInformation")} {text.RequestInformationName}({text.BodyParameters}{parameter}{text.ConfigurationParameter})"))
        {
            text.CheckBody();
            text.FillRequest();
            source.Body.Line($"{source.Library("OperationContext")}.Attach(requestInfo, {text.OperationName}{(parameter.Length == 0 ? "" : ", ifMatch")});");
            source.Body.Line("return requestInfo;");
        }
    }
}
