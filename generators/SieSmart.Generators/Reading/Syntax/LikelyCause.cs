namespace SieSmart.Generators.Reading.Syntax;

/// <summary>
/// Something in a text of which faults come further down: a quoted scalar or flow collection that goes on no further to the right
/// than its key, so that perhaps nobody meant it to go on, or a key without a colon.
/// </summary>
/// <param name="Line">The line in which it begins.</param>
/// <param name="Column">The column in which it begins.</param>
/// <param name="LastLine">The last line in which a fault probably comes of it.</param>
internal readonly record struct LikelyCause(int Line, int Column, int LastLine);
