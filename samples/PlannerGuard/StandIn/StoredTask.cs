using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PlannerGuard.StandIn;

/// <summary>A task with the version at which each of its properties was changed last. Thread-safe.</summary>
internal sealed class StoredTask
{
    private readonly Lock _lock = new();
    private readonly JsonObject _properties;
    private readonly Dictionary<string, int> _changedAt = new(StringComparer.Ordinal);
    private int _version = 1;

    /// <summary>Makes a task that nobody has changed yet.</summary>
    public StoredTask(string id, string title) => _properties = new JsonObject { ["id"] = id, ["title"] = title, ["percentComplete"] = 0 };

    /// <summary>The task as it is sent.</summary>
    public JsonObject ToJson()
    {
        lock (_lock)
        {
            var json = (JsonObject)_properties.DeepClone();
            json["@odata.etag"] = ETagOf(_version);
            return json;
        }
    }

    /// <summary>Makes a change based on the newest version.</summary>
    public void Change(JsonObject change)
    {
        lock (_lock)
        {
            Apply(change);
        }
    }

    /// <summary>Makes a change based on a version, unless it meets one that was made since.</summary>
    public ChangeOutcome TryChange(JsonObject change, string ifMatch)
    {
        lock (_lock)
        {
            var seen = Enumerable.Range(1, _version).FirstOrDefault(version => string.Equals(ETagOf(version), ifMatch, StringComparison.Ordinal));
            if (seen == 0)
            {
                return ChangeOutcome.UnknownVersion;
            }

            if (change.Any(property => _changedAt.TryGetValue(property.Key, out var changedAt) && changedAt > seen))
            {
                return ChangeOutcome.Conflict;
            }

            Apply(change);
            return ChangeOutcome.Changed;
        }
    }

    private static string ETagOf(int version) =>
        $"W/\"{Convert.ToBase64String(Encoding.ASCII.GetBytes($"'1-Task  @@@@@@@@@@@@{version.ToString("@@@0", CultureInfo.InvariantCulture)}'"))}\"";

    private void Apply(JsonObject change)
    {
        _version++;
        foreach (var (name, value) in change)
        {
            _properties[name] = value?.DeepClone();
            _changedAt[name] = _version;
        }
    }
}
