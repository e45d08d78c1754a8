namespace SieSmart.Sandbox.Versions;

/// <summary>
/// What the sandbox's ETags look like. The vendor says only that an ETag represents a date-time: each of these
/// is a reading of that, and a client has to cope with all of them.
/// </summary>
[Flags]
public enum ETagOptions
{
    /// <summary>Unquoted, to the millisecond, a new one for each version, on every answer with a proposal.</summary>
    None = 0,

    /// <summary>In quotes, as HTTP has it.</summary>
    Quoted = 1,

    /// <summary>To the second only: two versions of the same second share an ETag, and one write may be lost.</summary>
    OneSecondResolution = 2,

    /// <summary>On create and on read only, which is all that the documentation promises.</summary>
    NoneOnWrites = 4,
}
