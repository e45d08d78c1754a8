using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Helpers;
using Microsoft.Kiota.Abstractions.Serialization;
#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif

namespace SieSmart.Runtime.Sending;

/// <summary>Reads answers that are one scalar.</summary>
internal static class ScalarAnswers
{
    /// <summary>The value; null if the answer has none of its type.</summary>
    /// <exception cref="InvalidOperationException">The type is none that Kiota has for scalars.</exception>
    public static object? Read<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        T>(IParseNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var type = typeof(T);
        return type == typeof(string) ? node.GetStringValue()
            : type == typeof(bool?) ? node.GetBoolValue()
            : type == typeof(byte?) ? node.GetByteValue()
            : type == typeof(sbyte?) ? node.GetSbyteValue()
            : type == typeof(int?) ? node.GetIntValue()
            : type == typeof(long?) ? node.GetLongValue()
            : type == typeof(float?) ? node.GetFloatValue()
            : type == typeof(double?) ? node.GetDoubleValue()
            : type == typeof(decimal?) ? node.GetDecimalValue()
            : type == typeof(Guid?) ? node.GetGuidValue()
            : type == typeof(DateTimeOffset?) ? node.GetDateTimeOffsetValue()
            : type == typeof(TimeSpan?) ? node.GetTimeSpanValue()
            : type == typeof(Date?) ? node.GetDateValue()
            : type == typeof(Time?) ? node.GetTimeValue()
            : type == typeof(byte[]) ? node.GetByteArrayValue()
            : node.GetStringValue() is { Length: > 0 } text ? EnumHelpers.GetEnumValue(type, text)
            : throw new InvalidOperationException($"An answer can't be read as {type.Name}, which is no type of a scalar.");
    }
}
