using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using Documentation.Tests.Pages;
using EndToEnd.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Client;
using SieSmart.Sandbox;
using TestSupport.Markdown;

namespace Documentation.Tests.Running;

/// <summary>The C# of a page, run as it stands: only the addresses and credentials of its options become the sandbox's.</summary>
internal static partial class ExampleProgram
{
    /// <summary>Whether a page's code calls the API.</summary>
    public static bool CallsTheApi(MarkdownPage page) => Call().IsMatch(PageProgram.Of(page));

    /// <summary>Runs a page's program to its end, and returns what it has written to the console.</summary>
    public static async Task<string> RunAsync(MarkdownPage page, SandboxServer sandbox)
    {
        var (image, complaints) = CSharpSnippet.Emit(Redirected(PageProgram.Of(page)));
        Assert.Empty(complaints);
        var main = Assembly.Load(image).EntryPoint!.DeclaringType!.GetMethod("<Main>$", BindingFlags.NonPublic | BindingFlags.Static)!;

        ExampleSandbox.Use(sandbox);
        var console = Console.Out;
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetOut(output);
        try
        {
            await (Task)main.Invoke(null, [Array.Empty<string>()])!;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }

    private static string Redirected(string program)
    {
        var root = CSharpSyntaxTree.ParseText(program, new CSharpParseOptions(LanguageVersion.Latest)).GetCompilationUnitRoot();
        var options = root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Where(made => made.Type.ToString() == nameof(SieSmartClientOptions));
        return root.ReplaceNodes(options, (_, made) => SyntaxFactory.ParseExpression($"{typeof(ExampleSandbox).FullName}.{nameof(ExampleSandbox.Point)}({made.ToFullString()})")).ToFullString();
    }

    [GeneratedRegex(@"\bclient\.(Proposals|Common|CreateProposalAsync|OpenProposalAsync)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();
}
