using System.Text.Json.Serialization;

namespace SieSmart.Client.Benchmarks.HandWritten;

#pragma warning disable MA0048 // One page of what somebody would write by hand.

internal sealed record Proposal
{
    public long? ProposalId { get; set; }

    public string? Label { get; set; }

    public DateOnly? CreatedOn { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }

    public ProposalStatus? Status { get; set; }

    public Customer? Customer { get; set; }

    public List<Asset>? Assets { get; set; }

    public List<Payment>? Payments { get; set; }
}

internal sealed record Customer
{
    public string? Name { get; set; }

    public string? RegistrationNumber { get; set; }

    public DateOnly? FoundedOn { get; set; }

    public Address? Address { get; set; }

    public bool? IsInsolvent { get; set; }
}

internal sealed record Address
{
    public string? Street { get; set; }

    public string? PostalCode { get; set; }

    public string? Town { get; set; }

    public string? Country { get; set; }
}

internal sealed record Asset
{
    public string? Description { get; set; }

    public string? SerialNumber { get; set; }

    public AssetCondition? Condition { get; set; }

    public decimal? Price { get; set; }

    public int? Quantity { get; set; }

    public DateOnly? DeliveredOn { get; set; }

    public Address? Origin { get; set; }
}

internal sealed record Payment
{
    public int? Number { get; set; }

    public DateOnly? DueOn { get; set; }

    public decimal? Amount { get; set; }

    public bool? IsFixed { get; set; }
}

internal sealed record Problem
{
    public string? Code { get; set; }

    public string? UserMessage { get; set; }

    public string? TraceId { get; set; }
}

internal sealed class ConflictException(Problem? problem) : Exception(problem?.UserMessage)
{
    public Problem? Problem { get; } = problem;
}

internal enum ProposalStatus
{
    [JsonStringEnumMemberName("draft")]
    Draft,

    [JsonStringEnumMemberName("submitted")]
    Submitted,

    [JsonStringEnumMemberName("approved")]
    Approved,

    [JsonStringEnumMemberName("declined")]
    Declined,
}

internal enum AssetCondition
{
    [JsonStringEnumMemberName("new")]
    New,

    [JsonStringEnumMemberName("used")]
    Used,

    [JsonStringEnumMemberName("refurbished")]
    Refurbished,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(List<Proposal>))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
