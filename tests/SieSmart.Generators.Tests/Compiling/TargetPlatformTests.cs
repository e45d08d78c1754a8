using Microsoft.CodeAnalysis;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>The compilations that other tests rely on see what a consumer's compiler sees, and say so.</summary>
public sealed class TargetPlatformTests
{
    private const string Consumer =
        """
        #nullable enable
        using System.Collections.Generic;
        using Microsoft.Kiota.Abstractions;
        using Microsoft.Kiota.Abstractions.Serialization;
        using Microsoft.Kiota.Http.HttpClientLibrary;
        using Microsoft.Kiota.Serialization.Form;
        using Microsoft.Kiota.Serialization.Json;
        using Microsoft.Kiota.Serialization.Multipart;
        using Microsoft.Kiota.Serialization.Text;

        /// <summary>Documented.</summary>
        public class Client : BaseRequestBuilder
        {
            /// <summary>Documented.</summary>
            public Client(HttpClientRequestAdapter adapter) : base(adapter, "{+baseurl}", new Dictionary<string, object>())
            {
                ApiClientBuilder.RegisterDefaultSerializer<JsonSerializationWriterFactory>();
                ApiClientBuilder.RegisterDefaultSerializer<TextSerializationWriterFactory>();
                ApiClientBuilder.RegisterDefaultSerializer<FormSerializationWriterFactory>();
                ApiClientBuilder.RegisterDefaultSerializer<MultipartSerializationWriterFactory>();
            }
        }
        """;

    public static TheoryData<string> Targets => [.. TargetPlatform.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Has_the_packages_of_Kiota_and_the_framework(string target) => Assert.Empty(Compile(target, Consumer));

    [Theory]
    [MemberData(nameof(Targets))]
    public void Defines_the_symbols_of_its_framework(string target)
    {
        var source = $"#if {target.ToUpperInvariant().Replace('.', '_')}\n#error here\n#endif\n";

        Assert.Equal("CS1029", Assert.Single(Compile(target, source)).Id);
    }

    [Theory]
    [InlineData("public class Undocumented;", "CS1591")]
    [InlineData("class C { string M(string? text) => text; }", "CS8603")]
    [InlineData("class C { void M() { int unused; } }", "CS0168")]
    public void Says_what_a_strict_project_would_say(string source, string expected) =>
        Assert.Equal(expected, Assert.Single(Compile("net10.0", source)).Id);

    [Fact]
    public void Keeps_apart_what_a_pragma_hides()
    {
        const string Source = "#pragma warning disable CS1591\npublic class Undocumented;\n";
        var run = GeneratorRun.Of(TargetPlatform.Net100);

        Assert.Empty(run.Compile(Source));
        Assert.Equal("CS1591", Assert.Single(run.CompileWithoutPragmas(Source)).Id);
    }

    private static IReadOnlyList<Diagnostic> Compile(string target, string source) =>
        GeneratorRun.Of(TargetPlatform.Named(target)).Compile(source);
}
