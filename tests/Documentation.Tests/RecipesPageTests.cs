using System.Reflection;
using Documentation.Tests.Pages;
using EndToEnd.Tests.Compiling;
using TestSupport.Markdown;

namespace Documentation.Tests;

/// <summary>docs/recipes.md is one program, which runs.</summary>
public sealed class RecipesPageTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Runs_from_its_first_recipe_to_the_last()
    {
        var (assembly, complaints) = CSharpSnippet.Emit(PageProgram.Of(new MarkdownPage("docs/recipes.md")));
        Assert.Empty(complaints);
        var program = Assembly.Load(assembly).EntryPoint!;

        await Task.Run(() => program.Invoke(null, [Array.Empty<string>()]), TestContext.Current.CancellationToken)
            .WaitAsync(Limit, TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
