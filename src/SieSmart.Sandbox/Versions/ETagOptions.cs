namespace SieSmart.Sandbox.Versions;

/// <summary>
/// What the sandbox's ETags look like, and which answers have one. The vendor says that an ETag represents a date-time, and promises
/// one on create and on read. The rest is a reading of that, and a client has to cope with all of it.
/// </summary>
[Flags]
public enum ETagOptions
{
    /// <summary>Unquoted, to the millisecond, a new one for each version, on create and on read only, which is all that the documentation promises.</summary>
    None = 0,

    /// <summary>In quotes, as HTTP has it.</summary>
    Quoted = 1,

    /// <summary>To the second only: two versions of the same second share an ETag, and one write may be lost.</summary>
    OneSecondResolution = 2,

    /// <summary>On the answers to all other writes too, which is likely and not documented.</summary>
    OnWrites = 4,
}
