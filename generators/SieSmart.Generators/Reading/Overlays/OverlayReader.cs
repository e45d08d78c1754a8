using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.JsonPaths;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Overlays;

/// <summary>Reads the actions of an overlay (OpenAPI Overlay 1.0).</summary>
internal sealed class OverlayReader(FaultList faults)
{
    /// <summary>The actions in their order; what is wrong with one is a fault, and the others are read.</summary>
    public IReadOnlyList<OverlayAction> Read(DocumentNode? root)
    {
        if (root is null)
        {
            return [];
        }

        if (root is not MappingNode overlay || overlay["overlay"] is not ScalarNode { Value: var version } || !version.StartsWith("1.", StringComparison.Ordinal))
        {
            faults.Add(DiagnosticRules.UnreadableOverlay, root.Position, "it has no 'overlay: 1.…' at its root");
            return [];
        }

        if (overlay["actions"] is not SequenceNode actions)
        {
            faults.Add(DiagnosticRules.UnreadableOverlay, root.Position, "it has no list of 'actions'");
            return [];
        }

        return actions.Items.Select(ReadItem).OfType<OverlayAction>().ToList();
    }

    private OverlayAction? ReadAction(MappingNode action, ScalarNode target)
    {
        JsonPath path;
        try
        {
            path = JsonPathParser.Parse(target.Value);
        }
        catch (DocumentFormatException exception)
        {
            faults.Add(DiagnosticRules.UnmatchedAction, target.Position, exception.Message);
            return null;
        }

        if (action.IsTrue("remove"))
        {
            return new OverlayAction(target.Position, target.Value, path, Update: null);
        }

        if (action["update"] is { } update)
        {
            return new OverlayAction(target.Position, target.Value, path, update);
        }

        faults.Add(DiagnosticRules.UnmatchedAction, target.Position, $"The action for '{target.Value}' has neither 'update' nor 'remove: true'");
        return null;
    }

    private OverlayAction? ReadItem(DocumentNode item)
    {
        if (item is MappingNode action && action["target"] is ScalarNode target)
        {
            return ReadAction(action, target);
        }

        faults.Add(DiagnosticRules.UnmatchedAction, item.Position, "An action names no 'target'");
        return null;
    }
}
