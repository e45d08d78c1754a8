namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>What a value is.</summary>
internal enum PathValueKind
{
    /// <summary>There is none.</summary>
    Nothing,

    /// <summary>Null.</summary>
    Null,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A mapping or a list.</summary>
    Structure,
}
