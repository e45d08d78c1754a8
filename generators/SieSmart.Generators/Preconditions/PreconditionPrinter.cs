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
            text.DeclareErrors();
        }

        // Without an ETag among the parameters nothing but the name can tell the two forms apart.
        var name = executor.Verb + (isBesideKiota && parameter.Length == 0 ? "Versioned" : "") + "Async";
        PrintAsync(executor, text, source, name, parameter, argument);
        if (executor.HasVersionedName)
        {
            source.Body.Line();
            Declare(executor, text, source);
            source.Body.Line($"public {source.Library("Task")}<{Result(executor, source)}> {executor.Verb}VersionedAsync({text.BodyParameters}{text.ConfigurationParameter}, {text.CancellationParameter}) => {name}({text.BodyArguments}requestConfiguration, cancellationToken);");
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
        text.PrintSending(
            $"{name}({text.BodyParameters}{parameter}{text.ConfigurationParameter}, {text.CancellationParameter})",
            Result(executor, source),
            $"{text.BodyArguments}{argument}requestConfiguration",
            IfMatchText.ReturnsVersioned(executor));
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

    /// <summary>What the task of a method is of; null of a task without a result.</summary>
    private static string? Result(ExecutorModel executor, CSharpSource source)
    {
        var versioned = source.Library("Versioned");
        return (IfMatchText.ReturnsVersioned(executor), executor.Result) switch
        {
            (true, null) => versioned,
            (true, { IsCollection: true } type) => $"{versioned}<{source.Required(type)}>",
            (true, { } type) => $"{versioned}<{source.Element(type)}>",
            (false, null) => null,
            (false, { } type) => source.Nullable(type),
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
