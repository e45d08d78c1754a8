namespace Reliability.Tests.TimeZones;

/// <summary>The time zone is the whole process's: nothing else runs beside these tests.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LocalTimeZoneDefinition
{
    public const string Name = "Local time zone";
}
