namespace SpecDiff.Wire;

/// <summary>Who writes what a schema describes.</summary>
internal enum Direction
{
    /// <summary>Callers send it.</summary>
    Request,

    /// <summary>Callers receive it.</summary>
    Response,
}
