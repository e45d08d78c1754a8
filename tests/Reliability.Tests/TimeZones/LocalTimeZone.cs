namespace Reliability.Tests.TimeZones;

/// <summary>Lets the process live in another time zone for a while, as its TZ variable would.</summary>
internal sealed class LocalTimeZone : IDisposable
{
    private const string Variable = "TZ";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public LocalTimeZone(string id)
    {
        Set(id);
        if (TimeZoneInfo.Local.BaseUtcOffset != TimeZoneInfo.FindSystemTimeZoneById(id).BaseUtcOffset)
        {
            Dispose();
            throw new InvalidOperationException($"The process does not follow its TZ variable to {id}: install the system's time zones (tzdata).");
        }
    }

    public void Dispose() => Set(_before);

    private static void Set(string? id)
    {
        Environment.SetEnvironmentVariable(Variable, id);
        TimeZoneInfo.ClearCachedData();
    }
}
