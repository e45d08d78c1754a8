using System.ComponentModel;
using System.Globalization;
using Microsoft.Kiota.Abstractions;

namespace DirectJson.Tests.Clients;

/// <summary>Values for query parameters, as text says them.</summary>
internal static class QueryValue
{
    /// <summary>A value of a type; commas stand between the items of a list.</summary>
    public static object Of(Type type, string text)
    {
        if (type.IsArray)
        {
            var items = text.Split(',').Select(item => Of(type.GetElementType()!, item)).ToList();
            var array = Array.CreateInstance(type.GetElementType()!, items.Count);
            for (var index = 0; index < items.Count; index++)
            {
                array.SetValue(items[index], index);
            }

            return array;
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(Date) ? new Date(DateTime.Parse(text, CultureInfo.InvariantCulture))
            : plain == typeof(Time) ? new Time(DateTime.Parse("0001-01-01T" + text, CultureInfo.InvariantCulture))
            : TypeDescriptor.GetConverter(plain).ConvertFromString(context: null, CultureInfo.InvariantCulture, text)!;
    }
}
