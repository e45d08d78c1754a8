using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Reads where an API is.</summary>
internal sealed class ServerReader
{
    private readonly NodeReader _values;
    private readonly FaultList _faults;

    public ServerReader(MappingNode root, NodeReader values, FaultList faults)
    {
        _values = values;
        _faults = faults;
        Urls = ReadUrls(root);
    }

    /// <summary>The addresses of the document's servers, in order, with the defaults of their variables.</summary>
    public List<string> Urls { get; }

    /// <summary>Where the servers stand that a path or an operation has for itself and the document hasn't; null if there are none.</summary>
    public TextPosition? OwnOf(MappingNode node) =>
        node["servers"] is SequenceNode { Items.Length: > 0 } own && !ReadUrls(node).Take(1).SequenceEqual(Urls.Take(1)) ? own.Position : null;

    private List<string> ReadUrls(MappingNode node) =>
        _values.Items(node, "servers").OfType<MappingNode>().Select(ReadUrl).OfType<string>().ToList();

    private string? ReadUrl(MappingNode server)
    {
        if (_values.Text(server, "url") is not { } template)
        {
            return null;
        }

        var url = template;
        foreach (var variable in _values.Entries(server, "variables"))
        {
            if (variable.Value is MappingNode node && _values.Text(node, "default") is { } value)
            {
                url = url.Replace($"{{{variable.Name}}}", value);
            }
        }

        if (url.IndexOf('{') >= 0)
        {
            _faults.Add(DiagnosticRules.UnexpectedStructure, server["url"]!.Position, $"Server '{template}' has a variable without a default", "Give it one, or set the address of the API before the client is created.");
        }

        return url;
    }
}
