using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Preconditions;

/// <summary>Writes what methods with entity tags have in common, whoever sends their requests.</summary>
internal static class IfMatchText
{
    /// <summary>Whether callers get the version along with what comes back.</summary>
    public static bool ReturnsVersioned(ExecutorModel executor) =>
        executor.Operation.ReturnsVersion || executor.Operation.Precondition == PreconditionKind.Guarded;

    /// <summary>Documents the parameter that takes the entity tag, if there is one.</summary>
    public static void DocumentParameter(ExecutorModel executor, CSharpSource source)
    {
        var origin = executor.Operation.VersionScope is { } scope ? $"{Documentation.Code("GET " + scope)} or the last write below it returned it" : "the server returned it";
        switch (executor.Operation.Precondition)
        {
            case PreconditionKind.Guarded:
                source.DocumentParameter("ifMatch", $"The ETag of the version that the change is based on, as {origin}. The server refuses the write (412) if there is a newer version.");
                break;
            case PreconditionKind.Optional:
                source.DocumentParameter("ifMatch", $"The ETag of the version that the request is about, as {origin}; null to send none.");
                break;
        }
    }

    /// <summary>Documents what comes back.</summary>
    public static void DocumentResult(ExecutorModel executor, CSharpSource source)
    {
        if (ReturnsVersioned(executor))
        {
            source.Tag("returns", executor.Operation.ReturnsVersion
                ? "The answer with the ETag of its version, if the server sends one."
                : "The answer. The API's description promises no ETag here: read the resource again for the new one.");
        }
    }
}
