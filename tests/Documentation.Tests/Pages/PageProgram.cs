using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TestSupport.Markdown;

namespace Documentation.Tests.Pages;

/// <summary>
/// The C# of a page as one program. Usings go first and types last, as the language wants them, wherever a reader wants them in
/// the page; the compiler is told which line of the page each part comes from.
/// </summary>
internal static partial class PageProgram
{
    public static string Of(MarkdownPage page)
    {
        var text = page.CodeInPlace("csharp");
        var code = Using().Replace(text, string.Empty);
        var root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest)).GetCompilationUnitRoot();

        var program = new StringBuilder();
        foreach (Match directive in Using().Matches(text))
        {
            Append(program, page, text, directive.Index, directive.Value);
        }

        if (!root.Members.OfType<GlobalStatementSyntax>().Any())
        {
            // A page of types alone has no beginning.
            program.Append("_ = 0;\n");
        }

        foreach (var member in root.Members.OrderBy(member => member is not GlobalStatementSyntax))
        {
            Append(program, page, code, member.FullSpan.Start, member.ToFullString());
        }

        return program.Append(root.EndOfFileToken.LeadingTrivia.ToFullString()).ToString();
    }

    private static void Append(StringBuilder program, MarkdownPage page, string code, int start, string part)
    {
        var line = code.AsSpan(0, start).Count('\n') + 1;
        program.Append(CultureInfo.InvariantCulture, $"#line {line} \"{page.Path}\"\n").Append(part).Append('\n');
    }

    [GeneratedRegex(@"^using [\w.]+;$", RegexOptions.Multiline, 1000)]
    private static partial Regex Using();
}
