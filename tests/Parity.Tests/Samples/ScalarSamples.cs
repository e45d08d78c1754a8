using Microsoft.Kiota.Abstractions;

namespace Parity.Tests.Samples;

/// <summary>One value for each type that fits into a URL or a JSON value, the same every time and with what needs escaping in it.</summary>
internal static class ScalarSamples
{
    private static readonly DateTimeOffset Moment = new(2026, 3, 2, 9, 8, 7, 250, TimeSpan.FromHours(1));

    /// <summary>The value; null for a type that is no scalar.</summary>
    /// <param name="type">The type, nullable or not.</param>
    /// <param name="name">A word that makes texts differ.</param>
    public static object? Of(Type type, string name)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? name + " ü/&=+%2"
            : plain == typeof(int) ? -7
            : plain == typeof(long) ? 9_000_000_000L
            : plain == typeof(sbyte) ? (sbyte)-3
            : plain == typeof(byte) ? (byte)200
            : plain == typeof(double) ? 1234567.125
            : plain == typeof(float) ? 2.5f
            : plain == typeof(decimal) ? 12345.60m
            : plain == typeof(bool) ? true
            : plain == typeof(Guid) ? new Guid("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
            : plain == typeof(DateTimeOffset) ? Moment
            : plain == typeof(Date) ? new Date(2026, 3, 2)
            : plain == typeof(Time) ? new Time(9, 8, 7)
            : plain == typeof(TimeSpan) ? new TimeSpan(1, 2, 3, 4)
            : plain == typeof(byte[]) ? new byte[] { 1, 2, 250 }
            : (object?)null;
    }

    /// <summary>A short name for keys.</summary>
    public static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } plain ? plain.Name + "?" : type.Name;
}
