using System.Reflection;
using System.Runtime.Loader;

namespace DirectJson.Tests.Clients;

/// <summary>Loads Kiota's packages and the runtime anew, as a fresh process does, and tells which were needed.</summary>
internal sealed class FreshContext() : AssemblyLoadContext("fresh", isCollectible: true)
{
    /// <summary>What was loaded so far.</summary>
    public List<string> Loaded { get; } = [];

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (!name.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal) && name is not "SieSmart.Runtime")
        {
            return null;
        }

        Loaded.Add(name);
        return LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
    }
}
