using System.Globalization;
using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.Sending;

/// <summary>
/// A URL template (RFC 6570), taken apart once: what generated clients have of it, filled with values of the kinds that their parameters have.
/// Whatever else a template or a value may be is Kiota's to expand.
/// </summary>
internal sealed class UrlTemplate
{
    private const string BaseUrl = "baseurl";
    private const int UsualLength = 256;

    private readonly UrlTemplatePart[] _parts;

    private UrlTemplate(UrlTemplatePart[] parts) => _parts = parts;

    /// <summary>Takes a template apart; null if it has something that only Kiota expands.</summary>
    public static UrlTemplate? TryParse(string template)
    {
        var parts = new List<UrlTemplatePart>();
        var position = 0;
        while (position < template.Length)
        {
            var open = template.IndexOf('{', position);
            var literal = template.Substring(position, (open < 0 ? template.Length : open) - position);
            if (!IsPlain(literal))
            {
                return null;
            }

            if (literal.Length > 0)
            {
                parts.Add(UrlTemplatePart.Literal(literal));
            }

            if (open < 0)
            {
                break;
            }

            var close = template.IndexOf('}', open);
            if (close < 0 || UrlTemplatePart.TryParse(template.Substring(open + 1, close - open - 1)) is not { } expression)
            {
                return null;
            }

            parts.Add(expression);
            position = close + 1;
        }

        return new UrlTemplate([.. parts]);
    }

    /// <summary>The address; null if a value is of a kind that only Kiota writes.</summary>
    /// <param name="baseUrl">The address of the API, without a slash at its end.</param>
    /// <param name="pathParameters">The values of the path, and whatever else a request builder carries.</param>
    /// <param name="queryParameters">The values of the query.</param>
    public string? TryExpand(string baseUrl, IDictionary<string, object> pathParameters, IDictionary<string, object> queryParameters)
    {
        var address = new AddressWriter(stackalloc char[UsualLength]);
        try
        {
            foreach (var part in _parts)
            {
                if (part.Text is { } literal)
                {
                    address.Append(literal);
                }
                else if (!TryExpand(part, ref address, baseUrl, pathParameters, queryParameters))
                {
                    return null;
                }
            }

            return address.ToString();
        }
        finally
        {
            address.Dispose();
        }
    }

    private static bool TryExpand(
        UrlTemplatePart part,
        ref AddressWriter address,
        string baseUrl,
        IDictionary<string, object> pathParameters,
        IDictionary<string, object> queryParameters)
    {
        var isFirst = true;
        foreach (var variable in part.Variables)
        {
            if (string.Equals(variable.Name, BaseUrl, StringComparison.Ordinal))
            {
                if (!part.AllowsReserved || !UrlText.IsAddress(baseUrl))
                {
                    return false;
                }

                address.Append(baseUrl);
                isFirst = false;
                continue;
            }

            var (isKnown, value) = Find(variable.Name, pathParameters, queryParameters);
            if (!isKnown)
            {
                continue;
            }

            if (!TryAppend(ref address, part, variable, value, ref isFirst))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryAppend(ref AddressWriter address, UrlTemplatePart part, UrlTemplateVariable variable, object? value, ref bool isFirst)
    {
        if (value is not Array items)
        {
            if (TextOf(value, part) is not { } text)
            {
                return false;
            }

            AppendSeparator(ref address, part, ref isFirst);
            AppendName(ref address, part, variable);
            Append(ref address, part, text);
            return true;
        }

        if (items.Length == 0 || items.Rank != 1)
        {
            return false;
        }

        for (var index = 0; index < items.Length; index++)
        {
            if (TextOf(items.GetValue(index), part) is not { } text)
            {
                return false;
            }

            if (index == 0 || variable.IsExploded)
            {
                AppendSeparator(ref address, part, ref isFirst);
                AppendName(ref address, part, variable);
            }
            else
            {
                address.Append(',');
            }

            Append(ref address, part, text);
        }

        return true;
    }

    private static void AppendSeparator(ref AddressWriter address, UrlTemplatePart part, ref bool isFirst)
    {
        if (isFirst && part.Opening != '\0')
        {
            address.Append(part.Opening);
        }
        else if (!isFirst)
        {
            address.Append(part.Separator);
        }

        isFirst = false;
    }

    private static void AppendName(ref AddressWriter address, UrlTemplatePart part, UrlTemplateVariable variable)
    {
        if (part.HasNames)
        {
            address.Append(variable.Name);
            address.Append('=');
        }
    }

    private static void Append(ref AddressWriter address, UrlTemplatePart part, string text)
    {
        if (part.AllowsReserved)
        {
            address.Append(text);
        }
        else
        {
            UrlText.Append(ref address, text);
        }
    }

    /// <summary>Names are compared as Kiota compares them, in the case that the template has, although dictionaries of parameters ignore it.</summary>
    private static (bool IsKnown, object? Value) Find(string name, IDictionary<string, object> pathParameters, IDictionary<string, object> queryParameters)
    {
        // Kiota's builders carry this kind of dictionary, which is gone through without an object for it.
        if (pathParameters is Dictionary<string, object> arguments)
        {
            foreach (var parameter in arguments)
            {
                if (string.Equals(parameter.Key, name, StringComparison.Ordinal))
                {
                    return (true, parameter.Value);
                }
            }
        }
        else
        {
            foreach (var parameter in pathParameters)
            {
                if (string.Equals(parameter.Key, name, StringComparison.Ordinal))
                {
                    return (true, parameter.Value);
                }
            }
        }

        if (queryParameters.Count > 0)
        {
            foreach (var parameter in queryParameters)
            {
                if (parameter.Value is not null && string.Equals(parameter.Key, name, StringComparison.Ordinal))
                {
                    return (true, parameter.Value);
                }
            }
        }

        return default;
    }

    /// <summary>The text of a value as Kiota writes it; null of one that only Kiota writes.</summary>
    private static string? TextOf(object? value, UrlTemplatePart part) => value switch
    {
        string text => (part.AllowsReserved ? UrlText.IsAddress(text) : UrlText.IsWhole(text)) ? text : null,
        bool isSo => isSo ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        DateTimeOffset moment => moment.ToString("o", CultureInfo.InvariantCulture),
        Date date => date.ToString(),
        _ => null,
    };

    /// <summary>A literal that goes into an address as it is.</summary>
    private static bool IsPlain(string literal)
    {
        foreach (var character in literal)
        {
            if (!(UrlText.IsUnreserved(character) || character is '/' or ':' or '?' or '&' or '=' or ',' or ';' or '@' or '!' or '$' or '(' or ')' or '*' or '+'))
            {
                return false;
            }
        }

        return true;
    }
}
