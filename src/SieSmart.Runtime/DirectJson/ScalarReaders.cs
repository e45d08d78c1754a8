using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Finds what reads a type where only a type argument tells which it is.</summary>
internal static class ScalarReaders
{
    private static readonly Dictionary<Type, object> Readers = new()
    {
        [typeof(string)] = (JsonValueReader<string?>)DirectJsonReader.ReadString,
        [typeof(bool?)] = (JsonValueReader<bool?>)DirectJsonReader.ReadBoolean,
        [typeof(byte?)] = (JsonValueReader<byte?>)DirectJsonReader.ReadByte,
        [typeof(sbyte?)] = (JsonValueReader<sbyte?>)DirectJsonReader.ReadSByte,
        [typeof(int?)] = (JsonValueReader<int?>)DirectJsonReader.ReadInt32,
        [typeof(long?)] = (JsonValueReader<long?>)DirectJsonReader.ReadInt64,
        [typeof(float?)] = (JsonValueReader<float?>)DirectJsonReader.ReadSingle,
        [typeof(double?)] = (JsonValueReader<double?>)DirectJsonReader.ReadDouble,
        [typeof(decimal?)] = (JsonValueReader<decimal?>)DirectJsonReader.ReadDecimal,
        [typeof(Guid?)] = (JsonValueReader<Guid?>)DirectJsonReader.ReadGuid,
        [typeof(DateTimeOffset?)] = (JsonValueReader<DateTimeOffset?>)DirectJsonReader.ReadDateTimeOffset,
        [typeof(TimeSpan?)] = (JsonValueReader<TimeSpan?>)DirectJsonReader.ReadTimeSpan,
        [typeof(Date?)] = (JsonValueReader<Date?>)DirectJsonReader.ReadDate,
        [typeof(Time?)] = (JsonValueReader<Time?>)DirectJsonReader.ReadTime,
        [typeof(byte[])] = (JsonValueReader<byte[]?>)DirectJsonReader.ReadByteArray,
    };

    private static readonly Dictionary<Type, DirectJsonKinds> Kinds = new()
    {
        [typeof(bool?)] = DirectJsonKinds.Boolean,
        [typeof(byte?)] = DirectJsonKinds.Unsigned8,
        [typeof(sbyte?)] = DirectJsonKinds.Signed8,
        [typeof(int?)] = DirectJsonKinds.Signed32,
        [typeof(long?)] = DirectJsonKinds.Signed64,
        [typeof(float?)] = DirectJsonKinds.Floating32,
        [typeof(double?)] = DirectJsonKinds.Floating64,
        [typeof(decimal?)] = DirectJsonKinds.FixedPoint,
        [typeof(Guid?)] = DirectJsonKinds.Identifier,
        [typeof(DateTimeOffset?)] = DirectJsonKinds.Moment,
        [typeof(TimeSpan?)] = DirectJsonKinds.Duration,
        [typeof(Date?)] = DirectJsonKinds.Day,
        [typeof(Time?)] = DirectJsonKinds.TimeOfDay,
        [typeof(byte[])] = DirectJsonKinds.Base64,
    };

    /// <summary>The kind of value that a scalar type holds all of.</summary>
    public static DirectJsonKinds KindsOf(Type type) => Kinds.TryGetValue(type, out var kinds) ? kinds : DirectJsonKinds.Text;

    /// <summary>What reads a type; null of one that is no scalar.</summary>
    public static JsonValueReader<T?>? Of<T>() => Readers.TryGetValue(typeof(T), out var reader) ? (JsonValueReader<T?>)reader : null;
}
