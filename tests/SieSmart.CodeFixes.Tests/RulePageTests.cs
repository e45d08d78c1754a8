using Microsoft.CodeAnalysis.CodeFixes;
using TestSupport;

namespace SieSmart.CodeFixes.Tests;

public sealed class RulePageTests
{
    [Fact]
    public void The_pages_say_which_rules_have_a_fix()
    {
        var fixable = typeof(StaleETagCodeFixProvider).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds);
        var told = Directory.EnumerateFiles(RepositoryFiles.PathOf("docs/rules"), "SIE*.md")
            .Where(page => File.ReadAllText(page).Contains("\n## Code fix\n", StringComparison.Ordinal))
            .Select(page => Path.GetFileNameWithoutExtension(page));

        Assert.Equal(fixable.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }
}
