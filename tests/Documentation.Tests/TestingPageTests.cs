using System.Reflection;
using Documentation.Tests.Pages;
using EndToEnd.Tests.Compiling;
using TestSupport.Markdown;

namespace Documentation.Tests;

/// <summary>The tests that docs/testing.md shows.</summary>
public sealed class TestingPageTests
{
    private static readonly Lazy<Assembly> Page = new(Load);

    public static TheoryData<string> Tests => [.. All().Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task Passes(string name)
    {
        var test = All().Single(test => test.Name == name);

        await (Task)test.Invoke(Activator.CreateInstance(test.DeclaringType!), null)!;
    }

    private static IEnumerable<MethodInfo> All() =>
        Page.Value.GetExportedTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute)));

    private static Assembly Load()
    {
        var (assembly, complaints) = CSharpSnippet.Emit(PageProgram.Of(new MarkdownPage("docs/testing.md")));
        Assert.Empty(complaints);
        return Assembly.Load(assembly);
    }
}
