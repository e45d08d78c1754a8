using Documentation.Tests.Pages;
using SieSmart.Runtime;

namespace Documentation.Tests;

public sealed class ErrorReferenceTests
{
    [Fact]
    public void Lists_each_exception()
    {
        var real = typeof(SieSmartException).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Exception)) && !type.IsAbstract)
            .Select(type => type.Name);
        var listed = MarkdownTable.Read("docs/errors.md", "# Errors").Select(row => row[0].Trim('`'));

        Assert.Equal(real.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
