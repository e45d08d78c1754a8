using System.Text.Json;

namespace SieSmart.Client.Journals;

/// <summary>A line of a journal.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Event">What happened.</param>
/// <param name="Key">To which proposal.</param>
/// <param name="Fingerprint">What was sent, as a hash.</param>
/// <param name="ProposalId">The proposal that it is now.</param>
/// <param name="Detail">Why.</param>
internal sealed record JournalLine(
    DateTimeOffset At,
    JournalEvent Event,
    string? Key = null,
    string? Fingerprint = null,
    long? ProposalId = null,
    string? Detail = null)
{
    // By hand: a trimmed program has no reflection, and these names are in files that people keep.
    private static readonly (JournalEvent Event, string Name)[] Names =
    [
        (JournalEvent.Begun, "begun"),
        (JournalEvent.Sending, "sending"),
        (JournalEvent.Created, "created"),
        (JournalEvent.Rejected, "rejected"),
        (JournalEvent.NotDone, "notDone"),
        (JournalEvent.Unknown, "unknown"),
        (JournalEvent.ResolvedAsCreated, "resolvedAsCreated"),
        (JournalEvent.ResolvedAsNotCreated, "resolvedAsNotCreated"),
    ];

    /// <summary>The line as JSON, with its end.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("at"u8, At);
            json.WriteString("event"u8, Array.Find(Names, entry => entry.Event == Event).Name);
            WriteIfAny(json, "reference", Key);
            WriteIfAny(json, "fingerprint", Fingerprint);
            if (ProposalId is { } id)
            {
                json.WriteNumber("proposalId"u8, id);
            }

            WriteIfAny(json, "detail", Detail);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>Reads a line; null if it can't be understood.</summary>
    public static JournalLine? TryRead(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            var name = json.GetProperty("event").GetString();
            var known = Array.FindIndex(Names, entry => entry.Name == name);
            if (known < 0)
            {
                return null;
            }

            var read = new JournalLine(
                json.GetProperty("at").GetDateTimeOffset(),
                Names[known].Event,
                TextOf(json, "reference"),
                TextOf(json, "fingerprint"),
                json.TryGetProperty("proposalId", out var id) ? id.GetInt64() : null,
                TextOf(json, "detail"));
            return read.Event == JournalEvent.Begun || read.Key is not null ? read : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
