namespace SieSmart.Runtime.Sending;

/// <summary>A literal of a URL template, or an expression in braces.</summary>
internal sealed class UrlTemplatePart
{
    private UrlTemplatePart(string? text, UrlTemplateVariable[] variables, char opening, char separator, bool hasNames, bool allowsReserved)
    {
        Text = text;
        Variables = variables;
        Opening = opening;
        Separator = separator;
        HasNames = hasNames;
        AllowsReserved = allowsReserved;
    }

    /// <summary>The literal; null of an expression.</summary>
    public string? Text { get; }

    /// <summary>The variables of an expression, in their order.</summary>
    public UrlTemplateVariable[] Variables { get; }

    /// <summary>What stands before the first value; 0 for nothing.</summary>
    public char Opening { get; }

    /// <summary>What stands before each other.</summary>
    public char Separator { get; }

    /// <summary>Whether values follow their names.</summary>
    public bool HasNames { get; }

    /// <summary>Whether characters that mean something in an address stay as they are.</summary>
    public bool AllowsReserved { get; }

    public static UrlTemplatePart Literal(string text) => new(text, [], '\0', '\0', hasNames: false, allowsReserved: false);

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
            '+' => new(null, [.. variables], '\0', ',', hasNames: false, allowsReserved: true),
            '?' => new(null, [.. variables], '?', '&', hasNames: true, allowsReserved: false),
            '&' => new(null, [.. variables], '&', '&', hasNames: true, allowsReserved: false),
            _ => new(null, [.. variables], '\0', ',', hasNames: false, allowsReserved: false),
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
