using System.Text;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Parity;

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>Mutated documents by number: one number always stands for the same document.</summary>
internal static class FuzzCorpus
{
    /// <summary>Another seed is another corpus. To see one document again, ask for its number.</summary>
    public const int Seed = 20_260_501;

    private static readonly IReadOnlyList<string> Sources =
        [SwaggerSource.Text, .. ParityFiles.Documents.Select(ParityFiles.Document), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "siesmart.openapi.yaml"), Encoding.UTF8)];

    private static readonly DocumentMutator Mutator = new(Sources);

    private static readonly string[] Modes = ["None", "Warn", "Required"];

    public static OpenApiDocument Document(int number) => With(Mutator.Mutate(Sources[number % Sources.Count], new Random(unchecked((Seed * 397) ^ number))), number);

    /// <summary>Another text with the metadata that goes with a number.</summary>
    public static OpenApiDocument With(string text, int number) => new OpenApiDocument("/consumer/mutant.yaml", text)
        .With("Namespace", "Mutant")
        .With("Preconditions", Modes[number / Sources.Count % Modes.Length]);
}
