using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Parity.Tests.Answers;

/// <summary>Writes an object down with all that can be read of it.</summary>
internal static class ObjectText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string characters:
                text.Append('"').Append(characters).Append('"');
                break;
            case byte[] bytes:
                text.Append("bytes ").Append(Convert.ToHexString(bytes));
                break;
            case Stream stream:
                text.Append("stream ").Append(Convert.ToHexString(ReadToEnd(stream)));
                break;
            case DateTimeOffset moment:
                text.Append(moment.ToString("O", CultureInfo.InvariantCulture));
                break;
            case UntypedNode node:
                text.Append(node.GetType().Name).Append(' ');
                WriteMembers(text, node);
                break;
            case ApiException exception and not IParsable:
                // All that such a one has is its status, its headers and its stack trace.
                text.Append(exception.GetType().FullName);
                break;
            case IParsable model:
                text.Append(model.GetType().FullName).Append(' ');
                WriteMembers(text, model);
                break;
            case IDictionary<string, object> dictionary:
                WriteAll(text, '{', dictionary.OrderBy(entry => entry.Key, StringComparer.Ordinal), entry => Write(text.Append(entry.Key).Append(": "), entry.Value), '}');
                break;
            case IEnumerable<KeyValuePair<string, UntypedNode>> nodes:
                WriteAll(text, '{', nodes.OrderBy(entry => entry.Key, StringComparer.Ordinal), entry => Write(text.Append(entry.Key).Append(": "), entry.Value), '}');
                break;
            case IEnumerable list:
                WriteAll(text, '[', list.Cast<object?>(), item => Write(text, item), ']');
                break;
            default:
                text.Append(value.GetType().Name).Append(' ').Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteMembers(StringBuilder text, object value)
    {
        var members = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && IsOwn(property) && property.PropertyType != typeof(IBackingStore))
            .OrderBy(property => property.Name, StringComparer.Ordinal);
        if (value is UntypedNode and not (UntypedNull))
        {
            Write(text, value.GetType().GetMethod("GetValue", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)?.Invoke(value, null));
            return;
        }

        WriteAll(text, '{', members, property => Write(text.Append(property.Name).Append(": "), property.GetValue(value)), '}');
    }

    // What exceptions have by nature, stack traces among it, is not the answer's.
    private static bool IsOwn(PropertyInfo property) => property.DeclaringType is { } type && type != typeof(Exception) && type != typeof(ApiException);

    private static void WriteAll<T>(StringBuilder text, char open, IEnumerable<T> items, Action<T> write, char close)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? "" : ", ");
            isFirst = false;
            write(item);
        }

        text.Append(close);
    }

    private static byte[] ReadToEnd(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
