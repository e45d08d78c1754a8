namespace SieSmart.Runtime.Sending;

/// <summary>A literal of a URL template, or an expression in braces.</summary>
/// <param name="Text">The literal; null of an expression.</param>
/// <param name="Variables">The variables of an expression, in their order.</param>
/// <param name="Opening">What stands before the first value; 0 for nothing.</param>
/// <param name="Separator">What stands before each other.</param>
/// <param name="HasNames">Whether values follow their names.</param>
/// <param name="AllowsReserved">Whether characters that mean something in an address stay as they are.</param>
internal sealed record UrlTemplatePart(
    string? Text,
    IReadOnlyList<UrlTemplateVariable> Variables,
    char Opening,
    char Separator,
    bool HasNames,
    bool AllowsReserved)
{
    public static UrlTemplatePart Literal(string text) => new(text, [], '\0', '\0', HasNames: false, AllowsReserved: false);

    /// <summary>Reads what is between braces; null if its operator, or something of a variable, is not one of those that clients are made with.</summary>
    public static UrlTemplatePart? TryParse(string expression)
    {
        if (expression.Length == 0)
        {
            return null;
        }

        var hasOperator = expression[0] is '+' or '?' or '&';
        var variables = new List<UrlTemplateVariable>();
        foreach (var item in expression.Substring(hasOperator ? 1 : 0).Split(','))
        {
            var isExploded = item.Length > 0 && item[item.Length - 1] == '*';
            var name = isExploded ? item.Substring(0, item.Length - 1) : item;
            if (name.Length == 0 || !IsName(name))
            {
                return null;
            }

            variables.Add(new UrlTemplateVariable(name, isExploded));
        }

        return expression[0] switch
        {
            '+' => new(null, [.. variables], '\0', ',', HasNames: false, AllowsReserved: true),
            '?' => new(null, [.. variables], '?', '&', HasNames: true, AllowsReserved: false),
            '&' => new(null, [.. variables], '&', '&', HasNames: true, AllowsReserved: false),
            _ => new(null, [.. variables], '\0', ',', HasNames: false, AllowsReserved: false),
        };
    }

    /// <summary>RFC 6570, 2.3: letters, digits, underscores, dots, and what is encoded.</summary>
    private static bool IsName(string name)
    {
        foreach (var character in name)
        {
            if (!(character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '%' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
