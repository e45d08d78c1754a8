using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Parity.Tests.Answers;

namespace DirectJson.Tests.Equivalence;

/// <summary>What a caller gets of a call.</summary>
/// <param name="Value">The result, or the error that was thrown.</param>
/// <param name="Text">All that can be read of it, or the kind of failure.</param>
/// <param name="Reason">Why the body could not be read; null if it could.</param>
internal sealed record Outcome(object? Value, string Text, string? Reason = null)
{
    private const string Unwritten = "can't be written";

    public static async Task<Outcome> OfAsync(Func<Task<object?>> call)
    {
        try
        {
            var value = await call();
            return new Outcome(value, TextOf(value));
        }
        catch (ApiException exception) when (exception.GetType() == typeof(ApiException))
        {
            // The document says nothing of the answer, so each adapter has words of its own.
            return new Outcome(exception, $"throws {exception.GetType().FullName}, status {exception.ResponseStatusCode}");
        }
        catch (ApiException exception)
        {
            return new Outcome(exception, TextOf(exception) is var text && text.StartsWith("throws", StringComparison.Ordinal) ? text : $"throws {exception.GetType().FullName}, status {exception.ResponseStatusCode}, message '{exception.Message}'\n{text}");
        }
        catch (Exception exception)
        {
            return new Outcome(Value: null, $"throws {KindOf(exception)}", exception is JsonException ? exception.Message : null);
        }
    }

    // Kiota reads a list that nobody declared when it is enumerated, again each time.
    private static string TextOf(object? value)
    {
        try
        {
            return ObjectText.Of(value);
        }
        catch (InvalidOperationException exception)
        {
            return $"throws {KindOf(exception)}";
        }
    }

    /// <summary>Whether the body could not be read.</summary>
    public bool IsUnreadable => Text == $"throws {nameof(JsonException)}";

    /// <summary>Whether it is no more than that a body could not be read: with the same status, where another outcome is an error.</summary>
    public bool HasNothingOf(Outcome other) =>
        IsUnreadable
        || Text == "null"
        || (Value?.GetType() == typeof(ApiException) && other.Value is ApiException error && ((ApiException)Value).ResponseStatusCode == error.ResponseStatusCode);

    /// <summary>Whether there is no result.</summary>
    public bool Failed => Value is null && Text.StartsWith("throws", StringComparison.Ordinal);

    /// <summary>Whether it holds what no JSON can, such as an infinite number.</summary>
    public bool CanNotBeWritten => Written(JsonEngine.Direct).StartsWith(Unwritten, StringComparison.Ordinal);

    /// <summary>What an engine writes of it; nothing of what is no model or list of models.</summary>
    public string Written(JsonEngine engine) => Value switch
    {
        IParsable model => JsonEngines.Written(engine, model),
        IEnumerable<IParsable?> models => WrittenAll(engine, models),
        _ => "",
    };

    private static string WrittenAll(JsonEngine engine, IEnumerable<IParsable?> models)
    {
        var items = models.Select(model => model is null ? "null" : JsonEngines.Written(engine, model)).ToList();
        return items.Find(item => item.StartsWith(Unwritten, StringComparison.Ordinal)) ?? $"[{string.Join(',', items)}]";
    }

    /// <summary>The kind of an exception: a reader's own type of malformed JSON is private to the framework.</summary>
    public static string KindOf(Exception exception) => exception is JsonException ? nameof(JsonException) : exception.GetType().Name;
}
