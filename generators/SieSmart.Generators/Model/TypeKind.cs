namespace SieSmart.Generators.Model;

/// <summary>How a type is read from and written to the wire.</summary>
internal enum TypeKind
{
    String,
    Boolean,
    Byte,
    SByte,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    Guid,
    DateTimeOffset,
    TimeSpan,
    Date,
    Time,
    ByteArray,

    /// <summary>A raw body.</summary>
    Stream,

    /// <summary>Kiota's body of several parts.</summary>
    MultipartBody,

    /// <summary>Kiota's node for data whose shape the document does not tell.</summary>
    Untyped,

    /// <summary>A generated enum.</summary>
    Enum,

    /// <summary>A generated class or wrapper of a union.</summary>
    Object,
}
