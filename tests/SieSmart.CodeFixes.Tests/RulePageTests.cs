using Microsoft.CodeAnalysis.CodeFixes;
using SieSmart.Analyzers.Tests.Documentation;

namespace SieSmart.CodeFixes.Tests;

public sealed class RulePageTests
{
    [Fact]
    public void The_pages_say_which_rules_have_a_fix()
    {
        var fixable = typeof(StaleETagCodeFixProvider).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds);
        var told = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/rules"), "SIE*.md")
            .Where(page => File.ReadAllText(page).Contains("\n## Code fix\n", StringComparison.Ordinal))
            .Select(page => Path.GetFileNameWithoutExtension(page));

        Assert.Equal(fixable.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }
}
