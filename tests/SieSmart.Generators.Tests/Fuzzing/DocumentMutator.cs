namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>Spoils YAML documents in the ways in which people and merges do: block by block, value by value, and by chance.</summary>
internal sealed class DocumentMutator(IReadOnlyList<string> donors)
{
    private static readonly string[] Values =
    [
        "", "~", "null", "true", "no", "0", "-1", "1e400", "99999999999999999999999999", "0x7f", "[]", "{}", "[[]]", "{ a: { b: c } }", "''", "' '", "\"\\u0000\"",
        "\"\\ud800\"", "*anchor", "&anchor x", "!!binary abc", "text", "string", "object", "array", "integer", "[object, 'null']", "[string, array]", "- x", "? x",
        "{ $ref: '#' }", "{ $ref: '#/paths' }", "{ $ref: '#/components/schemas/Nowhere' }", "{ $ref: 'other.yaml#/x' }", "{ $ref: 7 }", "{ type: array, items: { $ref: '#/components/schemas' } }",
        "{ allOf: [ { $ref: '#/components/schemas/Item' } ] }", "'/a/{b}/{b}'", "$$$", "class", "Ähnlich", "日本", "a b", "..", "x-x", "-", "1", "GET", "text/plain",
        "formData", "body", "file", "multi", "pipes", "{ $ref: '#/definitions/Item' }", "{ $ref: '#/parameters/Body' }", "2.0", "$.paths", "$..*", "$.a[?", "$..[?@.b == 'c']", "$['a'",
    ];

    private static readonly string[] Keys =
    [
        "type", "items", "properties", "allOf", "oneOf", "anyOf", "enum", "$ref", "schema", "content", "get", "post", "put", "responses", "'200'", "default", "parameters", "name",
        "in", "required", "description", "format", "additionalProperties", "discriminator", "mapping", "propertyName", "headers", "ETag", "If-Match", "x-if-match", "x-version-scope", "deprecated",
        "''", "'#'", "\"\\n\"", "<<", "x-suppress", "components", "schemas", "requestBody", "explode", "style", "nullable", "const", "prefixItems", "$dynamicRef", "title", "class", "/", "/{}",
        "definitions", "swagger", "host", "basePath", "schemes", "produces", "consumes", "collectionFormat", "target", "update", "remove", "actions", "extends",
    ];

    private static readonly string Characters = "{}[]:,-?&*#'\"|>%@`!\t \n\\/~<$aA0\u0000\ufeff\u2028é";

    /// <summary>A document with a few faults in it. The same numbers give the same document.</summary>
    public string Mutate(string text, Random random)
    {
        for (var left = 1 + random.Next(4); left > 0; left--)
        {
            text = MutateOnce(text, random);
        }

        return text;
    }

    private string MutateOnce(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        var block = lines.GetRange(at, BlockLength(lines, at));
        switch (random.Next(14))
        {
            case 0:
                lines.RemoveRange(at, block.Count);
                break;
            case 1:
                lines.InsertRange(at, block);
                break;
            case 2:
                lines.RemoveRange(at, block.Count);
                lines.InsertRange(random.Next(lines.Count + 1), block);
                break;
            case 3:
                lines.RemoveRange(at, block.Count);
                lines.InsertRange(at, Donation(Indentation(block[0]), random));
                break;
            case 4:
                lines.InsertRange(at, Donation(Indentation(block[0]), random));
                break;
            case 5:
                return text[..random.Next(text.Length + 1)];
            case 6:
                lines[at] = new string(' ', random.Next(12)) + lines[at].TrimStart();
                break;
            case 7:
                lines[at] = WithValue(lines[at], Values[random.Next(Values.Length)]);
                break;
            case 8:
                lines[at] = WithKey(lines[at], Keys[random.Next(Keys.Length)]);
                break;
            case 9:
                return SwapWords(text, random);
            case 10:
                return Redirect(text, random);
            case 11:
                lines.RemoveAt(at);
                break;
            case 12:
                var place = random.Next(text.Length + 1);
                return text.Insert(place, Characters[random.Next(Characters.Length)].ToString());
            default:
                return text.Length == 0 ? text : text.Remove(random.Next(text.Length), 1);
        }

        return string.Join('\n', lines);
    }

    private List<string> Donation(int indentation, Random random)
    {
        var lines = donors[random.Next(donors.Count)].Split('\n').ToList();
        var at = random.Next(lines.Count);
        var block = lines.GetRange(at, BlockLength(lines, at));
        var shift = indentation - Indentation(block[0]);
        return block.ConvertAll(line => shift >= 0 ? new string(' ', shift) + line : line[Math.Min(-shift, Indentation(line))..]);
    }

    /// <summary>Exchanges two words that stand somewhere as values, of types as well as of anything else.</summary>
    private static string SwapWords(string text, Random random)
    {
        var words = text.Split([' ', ',', '{', '}', '[', ']', '\n', '\''], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count < 2)
        {
            return text;
        }

        var from = words[random.Next(words.Count)];
        var at = text.IndexOf(from, random.Next(text.Length), StringComparison.Ordinal);
        return at < 0 ? text : text.Remove(at, from.Length).Insert(at, words[random.Next(words.Count)]);
    }

    /// <summary>Lets a reference lead to where another one does.</summary>
    private static string Redirect(string text, Random random)
    {
        var targets = text.Split('\'').Where(part => part.StartsWith("#/", StringComparison.Ordinal)).ToList();
        if (targets.Count == 0)
        {
            return text;
        }

        var from = targets[random.Next(targets.Count)];
        var to = random.Next(4) switch
        {
            0 => from[..from.LastIndexOf('/')],
            1 => "#/components/schemas/" + from.Split('/')[^1] + "/properties/id",
            _ => targets[random.Next(targets.Count)],
        };
        var at = text.IndexOf("'" + from + "'", random.Next(text.Length), StringComparison.Ordinal);
        return at < 0 ? text : text.Remove(at + 1, from.Length).Insert(at + 1, to);
    }

    private static string WithValue(string line, string value)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? new string(' ', Indentation(line)) + value : line[..(colon + 2)] + value;
    }

    private static string WithKey(string line, string key)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var start = Indentation(line);
        return colon <= start ? line : line[..start] + (line[start] == '-' ? "- " : "") + key + line[colon..];
    }

    /// <summary>How many lines belong to the one at a place: it and those that are indented deeper.</summary>
    private static int BlockLength(List<string> lines, int at)
    {
        var indentation = Indentation(lines[at]);
        var end = at + 1;
        while (end < lines.Count && (string.IsNullOrWhiteSpace(lines[end]) || Indentation(lines[end]) > indentation))
        {
            end++;
        }

        return end - at;
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
