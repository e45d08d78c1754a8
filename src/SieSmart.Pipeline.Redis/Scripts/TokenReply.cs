namespace SieSmart.Pipeline.Redis.Scripts;

/// <summary>The codes that the script of tokens answers with.</summary>
internal enum TokenReply
{
    Busy = 0,
    Found = 1,
    Leased = 2,
    Stored = 3,
    Refused = 4,
}
