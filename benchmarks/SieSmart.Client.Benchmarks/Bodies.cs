using System.Text.Json;
using SieSmart.Client.Benchmarks.HandWritten;

namespace SieSmart.Client.Benchmarks;

/// <summary>What the server answers: a proposal of about 6 KB with 49 objects, 31 dates and 13 values of enums, and a list.</summary>
internal static class Bodies
{
    private const int ListItems = 5_000;

    // Made when they are asked for, since a first call must not find JSON compiled already. It gets its body from a file.
    private static byte[]? _proposal;

    public static byte[] Proposal => _proposal ??= JsonSerializer.SerializeToUtf8Bytes(Make(assets: 12, payments: 22), HandWrittenJson.Default.Proposal);

    public static byte[] Proposals => field ??= JsonSerializer.SerializeToUtf8Bytes(
        [.. Enumerable.Range(0, ListItems).Select(_ => Make(assets: 0, payments: 1))], HandWrittenJson.Default.ListProposal);

    public static byte[] Problem => field ??= JsonSerializer.SerializeToUtf8Bytes(
        new Problem { Code = "PRECONDITION_FAILED", UserMessage = "The proposal was changed by somebody else.", TraceId = "b3f1a0f2c4d94e0e8a5d" }, HandWrittenJson.Default.Problem);

    /// <summary>Takes the proposal from a file that another process has made.</summary>
    public static void Load(string path) => _proposal = File.ReadAllBytes(path);

    private static Proposal Make(int assets, int payments)
    {
        var address = new Address { Street = "Frankfurter Allee 112, Hinterhaus, Aufgang B", PostalCode = "10247", Town = "Berlin", Country = "DE" };
        return new Proposal
        {
            ProposalId = 4_711_000_123,
            Label = "Machine park 2026, second hall",
            CreatedOn = new DateOnly(2026, 3, 2),
            ChangedAt = new DateTimeOffset(2026, 3, 2, 9, 8, 7, TimeSpan.FromHours(1)),
            Status = ProposalStatus.Submitted,
            Customer = new Customer { Name = "Werkzeugbau Meier GmbH", RegistrationNumber = "HRB 12345", FoundedOn = new DateOnly(1987, 5, 1), Address = address, IsInsolvent = false },
            Assets = [.. Enumerable.Range(1, assets).Select(number => new Asset { Description = $"Milling machine {number} with five axes, coolant system and tool changer", SerialNumber = $"SN-2026-03-0000{number}", Condition = AssetCondition.Used, Price = 12_345.60m, Quantity = number, DeliveredOn = new DateOnly(2026, 4, 1), Origin = address })],
            Payments = [.. Enumerable.Range(1, payments).Select(number => new Payment { Number = number, DueOn = new DateOnly(2026, 5, 1), Amount = 512.25m, IsFixed = true })],
        };
    }
}
