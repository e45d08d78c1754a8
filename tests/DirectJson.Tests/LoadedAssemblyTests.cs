using System.Reflection;
using DirectJson.Tests.Clients;
using Parity.Tests.Clients;

namespace DirectJson.Tests;

/// <summary>A program that needs nothing of Kiota's JSON doesn't load it.</summary>
public sealed class LoadedAssemblyTests
{
    private const string StockJson = "Microsoft.Kiota.Serialization.Json";

    private const string Document = """
        openapi: 3.0.3
        info: { title: Values, version: '1' }
        paths:
          /holders:
            get:
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } }
        components:
          schemas:
            Holder: { type: object, properties: { value: { type: string, format: date } } }
        """;

    private const string Program = """
        using System.IO;
        using System.Text;
        using Microsoft.Kiota.Abstractions.Serialization;
        using SieSmart.Runtime.DirectJson;

        public static class Program
        {
            public static string Run(bool isHeard)
            {
                var node = DirectJsonParseNodeFactory.CreateNode(Encoding.UTF8.GetBytes("{\"value\":\"2026-03-02\",\"other\":[1]}"));
                if (isHeard)
                {
                    node.OnAfterAssignFieldValues = model => { };
                }

                var holder = node.GetObjectValue(Api.Models.Holder.CreateFromDiscriminatorValue);
                using var writer = new DirectJsonSerializationWriterFactory().GetSerializationWriter("application/json");
                writer.WriteObjectValue(null, holder);
                using var reader = new StreamReader(writer.GetSerializedContent());
                return reader.ReadToEnd();
            }
        }
        """;

    [Fact]
    public void Reads_and_writes_a_model_without_the_stock_package() => Assert.DoesNotContain(StockJson, LoadedBy(isHeard: false));

    [Fact]
    public void Loads_the_stock_package_when_it_is_needed() => Assert.Contains(StockJson, LoadedBy(isHeard: true));

    private static List<string> LoadedBy(bool isHeard)
    {
        var (sources, faults) = DirectClient.Generate(Document, path: "", Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest);
        Assert.Empty(faults);
        using var image = new MemoryStream();
        var result = ClientCompiler.Compilation([.. sources, new ClientSource("Program.cs", Program)]).Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        var context = new FreshContext();
        var run = context.LoadFromStream(image).GetType("Program")!.GetMethod("Run")!;

        Assert.Equal("""{"value":"2026-03-02","other":[1]}""", run.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [isHeard], culture: null));
        return context.Loaded;
    }
}
