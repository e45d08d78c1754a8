namespace SieSmart.Generators;

/// <summary>The names of the generator's incremental steps, by which tests tell what ran again.</summary>
internal static class TrackingNames
{
    public const string Documents = nameof(Documents);
    public const string Results = nameof(Results);
    public const string Clients = nameof(Clients);
    public const string Files = nameof(Files);
    public const string Faults = nameof(Faults);
    public const string Guards = nameof(Guards);
    public const string Target = nameof(Target);
}
