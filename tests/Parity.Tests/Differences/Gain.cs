using System.Text.Json;

namespace Parity.Tests.Differences;

/// <summary>
/// Of documents of others nobody lists what differs on purpose. An answer of which our model writes all that Kiota's writes, and more or in
/// another order, lost nothing.
/// </summary>
internal static class Gain
{
    /// <summary>Whether a difference is no loss.</summary>
    public static bool Is(Difference difference) =>
        difference.Kind == ComparisonKind.Answer && Written(difference.Official) is { } kiota && Written(difference.Ours) is { } ours && IsWithin(kiota, ours);

    /// <summary>What a model writes is the last line of what is told of it.</summary>
    private static JsonElement? Written(string outcome)
    {
        try
        {
            using var document = JsonDocument.Parse(outcome[(outcome.LastIndexOf('\n') + 1)..]);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWithin(JsonElement part, JsonElement whole) => (part.ValueKind, whole.ValueKind) switch
    {
        (JsonValueKind.Null, _) => true,
        (JsonValueKind.Object, JsonValueKind.Object) => part.EnumerateObject().All(member =>
            member.Value.ValueKind == JsonValueKind.Null || (whole.TryGetProperty(member.Name, out var other) && IsWithin(member.Value, other))),
        (JsonValueKind.Array, JsonValueKind.Array) => part.GetArrayLength() == whole.GetArrayLength()
            && part.EnumerateArray().Zip(whole.EnumerateArray()).All(pair => IsWithin(pair.First, pair.Second)),
        _ => JsonElement.DeepEquals(part, whole),
    };
}
