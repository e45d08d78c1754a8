using Packages.Tests.Support;
using Requirements;

namespace Packages.Tests;

/// <summary>Programs with the packages, as native code and trimmed: what the compilers say, and what the programs do.</summary>
public sealed class PublishedProgramTests(PublishedPrograms programs) : PackedTests, IClassFixture<PublishedPrograms>
{
    private const string Plain = "Native";
    private const string Host = "Native.Host";

    // Kiota's serializers bring it along. What it writes are numbers and texts, but the compiler sees objects.
    private const string EventsOfOthers = "IL2026 Microsoft.IO.RecyclableMemoryStreamManager.Events.";

    /// <summary>Each program in each form.</summary>
    public static TheoryData<string, PublishedForm> All => new()
    {
        { Plain, PublishedForm.Native },
        { Plain, PublishedForm.Trimmed },
        { Host, PublishedForm.Native },
        { Host, PublishedForm.Trimmed },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_compilers_warn_of_nothing_in_the_packages(string project, PublishedForm form)
    {
        var program = await PublishAsync(project, form);

        // The host has events switched off, as the documentation says, and native code has none.
        var expected = project == Plain && form is PublishedForm.Trimmed ? EventsOfOthers : null;
        Assert.All(program.Warnings, warning => Assert.StartsWith(expected ?? "nothing", warning, StringComparison.Ordinal));
        Assert.Equal(expected is not null, program.Warnings.Count > 0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_program_takes_a_proposal_through_its_life_and_calls_another_documents_client(string project, PublishedForm form)
    {
        var program = await PublishAsync(project, form);

        string[] expected =
        [
            .. ConsumerTests.WholeLife,
            "another document: written, then refused",
            "without pipeline: ArgumentException",
            .. project == Host ? ["health: Healthy"] : Array.Empty<string>(),
        ];
        Assert.Equal(expected, ConsumerTests.LinesOf(await program.Program.MustSucceedAsync()));
    }

    [Theory]
    [InlineData("SieSmart__ClientSecrett", "x", "SieSmart:ClientSecrett is no option. Did you mean ClientSecret?")]
    [InlineData("Proposals__Authentication__ClientCredentials__Audienc", "x", "Proposals:Authentication:ClientCredentials:Audienc is no option. Did you mean Audience?")]
    [InlineData("Proposals__MaxRetries", "77", "Proposals:MaxRetries is 77.")]
    public async Task A_wrong_setting_stops_native_code_at_its_start(string name, string value, string message)
    {
        var program = (await PublishAsync(Host, PublishedForm.Native)).Program;
        var environment = new Dictionary<string, string>(program.Environment, StringComparer.Ordinal) { [name] = value };

        var result = await (program with { Environment = environment }).RunAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_size_and_its_start_are_told(string project, PublishedForm form)
    {
        var program = await PublishAsync(project, form);

        var start = await program.StartTimeAsync();

        TestContext.Current.TestOutputHelper!.WriteLine($"{project}, {form}: {program.Size / 1_000_000.0:F1} MB, {start.TotalMilliseconds:F0} ms from start to end");
        // A .NET that came along whole would be more than that alone.
        Assert.InRange(program.Size, 1_000_000, 50_000_000);
    }

    private Task<PublishedProgram> PublishAsync(string project, PublishedForm form)
    {
        if (form is PublishedForm.Native)
        {
            MachineRequirements.NativeLinker.PathOrSkip();
        }

        return programs.GetAsync(project, form);
    }
}
