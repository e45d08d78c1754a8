namespace DirectJson.Tests.Payloads;

/// <summary>How a body is bent out of the shape that its schema gives it.</summary>
internal enum PayloadChange
{
    Replace,
    Repeat,
    RepeatBefore,
    Escape,
    MoveToEnd,
    Remove,
    Add,
    Nest,
    Null,
    ByteOrderMark,
    Truncate,
    BreakByte,
    Append,
    Prepend,
}
