namespace SieSmart.Runtime.Sending;

/// <summary>The types of nearly every answer, and of nearly every failure.</summary>
internal static class PlainJson
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    /// <summary>Which of them a body is of, as its header says in one of the two usual spellings; null of any other, whose header has to be parsed.</summary>
    public static string? TypeOf(HttpContent content) =>
#if NET8_0_OR_GREATER
        content.Headers.NonValidated.TryGetValues("Content-Type", out var values) && values.Count == 1
            ? values.ToString() switch
            {
                Json or "application/json; charset=utf-8" => Json,
                Problem or "application/problem+json; charset=utf-8" => Problem,
                _ => null,
            }
            : null;
#else
        content.Headers.ContentType?.MediaType switch
        {
            Json => Json,
            Problem => Problem,
            _ => null,
        };
#endif
}
