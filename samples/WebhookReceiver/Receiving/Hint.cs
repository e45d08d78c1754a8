using System.Globalization;
using System.Text.Json;

namespace WebhookReceiver.Receiving;

/// <summary>
/// What a notification may tell. Its body is not documented, so nothing of it is believed but which proposal to read, and
/// nothing has to be there.
/// </summary>
/// <param name="ProposalId">The proposal, if it is named.</param>
/// <param name="SubscriptionId">The subscription, if it is named.</param>
internal sealed record Hint(long? ProposalId, Guid? SubscriptionId)
{
    public static readonly Hint Nothing = new(null, null);

    /// <summary>Reads whatever came. Never fails, except with the connection.</summary>
    public static async Task<Hint> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Nothing;
            }

            var hint = Nothing;
            foreach (var field in document.RootElement.EnumerateObject())
            {
                if (field.Name.Equals("proposalId", StringComparison.OrdinalIgnoreCase))
                {
                    hint = hint with { ProposalId = Number(field.Value) };
                }
                else if (field.Name.Equals("subscriptionId", StringComparison.OrdinalIgnoreCase))
                {
                    hint = hint with { SubscriptionId = field.Value.ValueKind == JsonValueKind.String && field.Value.TryGetGuid(out var id) ? id : null };
                }
            }

            return hint;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    private static long? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) && number > 0 => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        _ => null,
    };
}
