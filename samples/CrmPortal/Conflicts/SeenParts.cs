using System.Security.Cryptography;
using CrmPortal.Editing;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using SieSmart.Models;

namespace CrmPortal.Conflicts;

/// <summary>
/// What the parts of a proposal said when somebody saw it, each as a hash: enough to name the part that was changed since. It travels
/// through the browser in the form.
/// </summary>
public sealed class SeenParts
{
    public const string Input = "parts";

    private const string Assets = "Assets";
    private const string Decision = "Decision";

    public static IReadOnlyList<string> Titles { get; } = [ProposalParts.Customer.Title, Assets, ProposalParts.Calculation.Title, Decision];

    private readonly Dictionary<string, string> _hashes;

    private SeenParts(Dictionary<string, string> hashes) => _hashes = hashes;

    public static SeenParts Of(Proposal proposal) => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ProposalParts.Customer.Title] = Hash(writer => writer.WriteObjectValue(null, proposal.Customer)),
        [Assets] = Hash(writer => writer.WriteCollectionOfObjectValues(null, proposal.Assets)),
        [ProposalParts.Calculation.Title] = Hash(writer => writer.WriteObjectValue(null, proposal.Calculation)),
        [Decision] = Hash(writer => writer.WriteObjectValue(null, proposal.Decision)),
    });

    public static SeenParts From(IFormCollection form) => new(form[Input].ToString()
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('='))
        .Where(part => part.Length == 2)
        .DistinctBy(part => part[0])
        .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal));

    /// <summary>The titles of the parts that say something else now.</summary>
    public IReadOnlyList<string> ChangedIn(Proposal now) =>
        [.. Of(now)._hashes.Where(part => _hashes.TryGetValue(part.Key, out var seen) && seen != part.Value).Select(part => part.Key)];

    public override string ToString() => string.Join(';', _hashes.Select(part => $"{part.Key}={part.Value}"));

    private static string Hash(Action<ISerializationWriter> write)
    {
        using var writer = new JsonSerializationWriter();
        write(writer);
        using var content = writer.GetSerializedContent();
        return Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 8));
    }
}
