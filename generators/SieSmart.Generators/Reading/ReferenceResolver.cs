using System.Globalization;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Follows references: JSON pointers and anchors, inside one file and into others.</summary>
internal sealed class ReferenceResolver(DocumentFiles files, FaultList faults)
{
    // More than any document needs; pointers through references that lead to each other end here.
    private const int MaximumDepth = 20;

    private int _depth;

    /// <summary>The node itself, or what its references lead to; null and a fault if that is nowhere.</summary>
    public DocumentNode? Resolve(DocumentNode? node)
    {
        HashSet<DocumentNode>? visited = null;
        while (node?.Reference is { } reference)
        {
            if (!(visited ??= []).Add(node!))
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
        var file = files.Of(reference.Position);
        if (file.Found.TryGetValue(reference.Value, out var known))
        {
            return known;
        }

        var found = Find(reference, file);
        if (found is not null)
        {
            file.Found.Add(reference.Value, found);
        }

        return found;
    }

    /// <summary>The name that what a reference leads to bears where it stands; null if it is a place like any other.</summary>
    public string? NameOf(ScalarNode reference)
    {
        var (address, fragment) = Split(reference.Value);
        if (fragment.Length == 0)
        {
            return address.Length == 0 ? null : FileAt(reference, address)?.Name;
        }

        var parts = fragment.Split('/');
        return parts.Length >= 3 && parts[parts.Length - 2] is "schemas" or "$defs" or "definitions" ? JsonPointer.Unescape(parts[parts.Length - 1]) : null;
    }

    private DocumentNode? Find(ScalarNode reference, DocumentFile file)
    {
        var (address, fragment) = Split(reference.Value);
        DocumentNode? root;
        if (address.Length == 0)
        {
            root = file.Root;
        }
        else if (file.Named(address) is { } named)
        {
            root = named;
        }
        else if (FileAt(reference, address) is { } other)
        {
            file = other;
            root = other.Root;
        }
        else
        {
            ReportMissingFile(reference, address);
            return null;
        }

        if (root is null)
        {
            faults.Add(DiagnosticRules.DanglingReference, reference.Position, reference.Value, $"'{address}' can't be read");
            return null;
        }

        if (fragment.Length == 0)
        {
            return root;
        }

        if (fragment[0] == '/')
        {
            return Walk(reference, root, fragment);
        }

        var anchor = file.Named(JsonPointer.Decode(fragment));
        if (anchor is null)
        {
            faults.Add(DiagnosticRules.DanglingReference, reference.Position, reference.Value, $"no schema says '$anchor: {fragment}'");
        }

        return anchor;
    }

    private DocumentNode? Walk(ScalarNode reference, DocumentNode root, string pointer)
    {
        var node = root;
        var walked = "#";
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = JsonPointer.Unescape(part);
            var next = Child(node, name);

            // A pointer may lead through a reference, though it is the other end that has what is asked for.
            if (next is null && node.Reference is not null && _depth < MaximumDepth)
            {
                _depth++;
                next = Resolve(node) is { } target ? Child(target, name) : null;
                _depth--;
            }

            if (next is null)
            {
                faults.Add(DiagnosticRules.DanglingReference, reference.Position, reference.Value, $"'{walked}' has no '{name}'");
                return null;
            }

            node = next;
            walked += "/" + part;
        }

        return node;
    }

    private static DocumentNode? Child(DocumentNode node, string name) => node switch
    {
        MappingNode mapping => mapping[name],
        SequenceNode sequence when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sequence.Items.Length => sequence.Items[index],
        _ => null,
    };

    private DocumentFile? FileAt(ScalarNode reference, string address) =>
        IsUrl(address) ? null : files.Find(RelativePaths.Resolve(files.Of(reference.Position).Path, JsonPointer.Decode(address)));

    private void ReportMissingFile(ScalarNode reference, string address)
    {
        if (IsUrl(address))
        {
            faults.Add(DiagnosticRules.MissingFile, reference.Position, reference.Value, address, "Nothing is downloaded during a build: save it beside the document, refer to it by a relative path, and add it to the project as an OpenApiDocument item.");
            return;
        }

        var path = RelativePaths.Resolve(files.Of(reference.Position).Path, JsonPointer.Decode(address));
        faults.Add(DiagnosticRules.MissingFile, reference.Position, reference.Value, path, $"Add <OpenApiDocument Include=\"{path}\" /> to the project, or correct the reference.");
    }

    private static bool IsUrl(string address) => address.Contains("://") || address.StartsWith("urn:", StringComparison.OrdinalIgnoreCase);

    private static (string Address, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#');
        return hash < 0 ? (reference, "") : (reference.Substring(0, hash), reference.Substring(hash + 1));
    }
}
