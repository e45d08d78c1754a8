namespace SieSmart.CodeFixes.Tests.Consuming;

/// <summary>A consumer's file with one method.</summary>
internal static class ConsumerSource
{
    /// <summary>What the file begins with.</summary>
    public const string Usings = "using System;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Api;\nusing Api.Models;\nusing SieSmart.Runtime;\n\n";

    /// <summary>A method that is given a version.</summary>
    public static string WithVersion(string statements) => Method("Client client, long id, ETag etag, Customer customer, CancellationToken cancellationToken", statements);

    /// <summary>A method that is given none.</summary>
    public static string WithoutVersion(string statements) => Method("Client client, Customer customer, CancellationToken cancellationToken", statements);

    private static string Method(string parameters, string statements) =>
        Usings + "public static class Consumer\n{\n    public static async Task Run(" + parameters + ")\n    {\n        " + statements + "\n        await Task.Yield();\n    }\n}\n";
}
