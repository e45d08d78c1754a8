using System.Globalization;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Follows JSON pointers inside one document.</summary>
internal sealed class ReferenceResolver(DocumentNode root, FaultList faults)
{
    /// <summary>The <c>$ref</c> of a node, or null.</summary>
    public static ScalarNode? ReferenceOf(DocumentNode? node) => (node as MappingNode)?["$ref"] as ScalarNode;

    /// <summary>The node itself, or what its references lead to; null and a fault if that is nowhere.</summary>
    public DocumentNode? Resolve(DocumentNode? node)
    {
        var visited = new HashSet<DocumentNode>();
        while (ReferenceOf(node) is { } reference)
        {
            if (!visited.Add(node!))
            {
                faults.Add(DiagnosticRules.DanglingReference, reference.Position, reference.Value, "it leads back to itself");
                return null;
            }

            node = Find(reference);
        }

        return node;
    }

    /// <summary>What one reference leads to, references there not followed; null and a fault if that is nowhere.</summary>
    public DocumentNode? Find(ScalarNode reference)
    {
        var pointer = reference.Value;
        if (!pointer.StartsWith("#", StringComparison.Ordinal))
        {
            faults.Add(DiagnosticRules.DanglingReference, reference.Position, pointer, "it names another file, and only references inside one document (#/…) are followed");
            return null;
        }

        DocumentNode? node = root;
        var walked = "#";
        foreach (var part in pointer.Substring(1).Split('/').Skip(1))
        {
            var name = Unescape(part);
            node = node switch
            {
                MappingNode mapping => mapping[name],
                SequenceNode sequence when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sequence.Items.Count => sequence.Items[index],
                _ => null,
            };
            if (node is null)
            {
                faults.Add(DiagnosticRules.DanglingReference, reference.Position, pointer, $"'{walked}' has no '{name}'");
                return null;
            }

            walked += "/" + part;
        }

        return node;
    }

    private static string Unescape(string part)
    {
        try
        {
            part = Uri.UnescapeDataString(part);
        }
        catch (UriFormatException)
        {
            // A stray percent sign stands for itself.
        }

        return part.Replace("~1", "/").Replace("~0", "~");
    }
}
