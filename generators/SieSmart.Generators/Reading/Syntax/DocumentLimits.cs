namespace SieSmart.Generators.Reading.Syntax;

/// <summary>Bounds beyond which a document is refused, so that none can exhaust the compiler.</summary>
internal static class DocumentLimits
{
    /// <summary>How deep nodes may nest.</summary>
    public const int Depth = 200;

    /// <summary>How many nodes a file may have; the largest descriptions that are published have a tenth of it.</summary>
    public const int Nodes = 5_000_000;

    /// <summary>How many nodes aliases and merge keys may repeat: a few lines of YAML could otherwise stand for billions.</summary>
    public const int RepeatedNodes = 100_000;

    /// <summary>How many characters one scalar may have.</summary>
    public const int ScalarLength = 4_000_000;
}
