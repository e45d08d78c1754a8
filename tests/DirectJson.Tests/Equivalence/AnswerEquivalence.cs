using DirectJson.Tests.Clients;
using DirectJson.Tests.Deviations;
using Parity.Tests.Answers;
using Parity.Tests.Calls;

namespace DirectJson.Tests.Equivalence;

/// <summary>Gives both engines one answer, and tells where they don't agree.</summary>
internal static class AnswerEquivalence
{
    /// <summary>The difference; null if there is none.</summary>
    public static async Task<string?> DifferenceAsync(DirectClient client, Executor executor, AnswerCase answer)
    {
        var kiota = await ReadAsync(JsonEngine.Kiota, client, executor, answer);
        var direct = await ReadAsync(JsonEngine.Direct, client, executor, answer);
        if (IntendedDeviations.Accept(client.Name, executor.Key, kiota.Text, direct.Text))
        {
            return null;
        }

        // What Kiota passes over without a look can turn out to be unreadable, or an infinite number.
        if (Faithfulness.IsGreater(answer.Body, kiota.Written(JsonEngine.Direct), direct.Written(JsonEngine.Direct))
            || ((direct.IsUnreadable || direct.CanNotBeWritten) && Faithfulness.HasUnion(kiota.Value))
            || (direct.IsUnreadable && Faithfulness.HasBrokenText(answer.Body))
            || (!string.Equals(kiota.Text, direct.Text, StringComparison.Ordinal) && Faithfulness.KeepsNulls(kiota.Value, direct.Value))
            || (direct.CanNotBeWritten && kiota.CanNotBeWritten)
            || (kiota.IsUnreadable && Faithfulness.IsOfNumbers(answer.Body, direct.Value))
            || (direct.Reason is { } reason && Faithfulness.IsRefusedRightly(answer.Body, reason))
            || (direct.HasNothingOf(kiota) && Faithfulness.IsOfAnotherKind(answer.Body, kiota.Value))
            || (kiota.Failed && Faithfulness.HasUnion(direct.Value)))
        {
            return null;
        }

        if (!string.Equals(kiota.Text, direct.Text, StringComparison.Ordinal))
        {
            return $"read by Kiota: {kiota.Text}\nread directly: {direct.Text}";
        }

        var written = Enum.GetValues<JsonEngine>().Select(engine => (Kiotas: kiota.Written(engine), Ours: direct.Written(engine))).ToList();
        if (written.Find(pair => !string.Equals(pair.Kiotas, pair.Ours, StringComparison.Ordinal)) is { Kiotas: not null } unequal)
        {
            return $"what Kiota read is written as: {unequal.Kiotas}\nwhat was read directly as:      {unequal.Ours}";
        }

        var (byKiota, directly) = (written[(int)JsonEngine.Kiota].Ours, written[(int)JsonEngine.Direct].Ours);
        return string.Equals(byKiota, directly, StringComparison.Ordinal) || (byKiota.Length == 0 && directly == "null") || Faithfulness.IsGreater(answer.Body, byKiota, directly) || IntendedDeviations.Accept(client.Name, executor.Key, byKiota, directly)
            ? null
            : $"written by Kiota: {byKiota}\nwritten directly: {directly}";
    }

    private static async Task<Outcome> ReadAsync(JsonEngine engine, DirectClient client, Executor executor, AnswerCase answer)
    {
        using var transport = new StubTransport(answer.ToMessage);
        var body = executor.BodyType is { } type ? client.Samples.Bodies(type).First() : null;
        return await Outcome.OfAsync(() => executor.CallAsync(JsonEngines.Adapter(engine, transport, client.Address), body, query: null));
    }
}
