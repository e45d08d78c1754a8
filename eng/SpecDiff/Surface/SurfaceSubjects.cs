using SieSmart.Generators.Model;
using SieSmart.Generators.Shaping.Types;
using SpecDiff.Documents;
using SpecDiff.Findings;
using SpecDiff.Wire;

namespace SpecDiff.Surface;

/// <summary>Tells what of a document generated types and members stand for.</summary>
internal sealed class SurfaceSubjects
{
    private readonly Dictionary<string, RequestBuilderModel> _builders;
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _schemas = new(StringComparer.Ordinal);

    public SurfaceSubjects(ApiDescription api)
    {
        _builders = api.Builders.ToDictionary(builder => builder.Namespace + "." + builder.Name, StringComparer.Ordinal);
        foreach (var operation in new WireReader(api).Operations())
        {
            _places.TryAdd(operation.Title, api.PlaceOf(operation.Position));
            _places.TryAdd("path " + operation.Path, api.PlaceOf(operation.PathPosition));
        }

        foreach (var component in WireSchemas.Components(api))
        {
            _schemas.TryAdd(ComponentNames.TypeNameOf(component.Name), component.Name);
            _places.TryAdd("schema " + component.Name, api.PlaceOf(component.Position));
        }
    }

    /// <summary>What a type stands for.</summary>
    public SurfaceSubject Of(SurfaceType type) => Of(type.FullName);

    /// <summary>What a member stands for; a property that leads to a request builder stands for what that does.</summary>
    public SurfaceSubject Of(SurfaceType type, SurfaceMember member)
    {
        if (BuilderOf(type.FullName) is not { } builder)
        {
            return Of(type.FullName);
        }

        if (member.Type is { } target && _builders.ContainsKey(target.Name) && target.Name != type.FullName)
        {
            return Of(target.Name);
        }

        return builder.Executors.FirstOrDefault(executor => IsOf(executor, member.Name)) is { } operation ? At(Title(operation)) : Of(type.FullName);
    }

    /// <summary>The path of a request builder, without the names of its parameters; null if the type is none.</summary>
    public string? ShapeOf(SurfaceType type) => BuilderOf(type.FullName) is { } builder ? WireOperation.Shape(PathOf(builder)) : null;

    /// <summary>The schema that a type is made of; null if it is made of none that has a name.</summary>
    public string? SchemaOf(SurfaceType type) => BuilderOf(type.FullName) is null ? _schemas.GetValueOrDefault(type.Name) : null;

    private SurfaceSubject Of(string fullName)
    {
        if (BuilderOf(fullName) is { } builder)
        {
            var own = builder.Executors.Where(executor => fullName.EndsWith(executor.Verb + "QueryParameters", StringComparison.Ordinal)).ToList();
            var executors = own.Count > 0 ? own : [.. builder.Executors];
            return At(executors.Count == 1 ? Title(executors[0]) : "path " + PathOf(builder));
        }

        // What a property needs of its own is called like the schema, an underscore and the property.
        var name = fullName[(fullName.LastIndexOf('.') + 1)..];
        return _schemas.TryGetValue(name, out var schema) || _schemas.TryGetValue(name[..Math.Max(name.LastIndexOf('_'), 0)], out schema)
            ? At("schema " + schema)
            : new SurfaceSubject("C# " + fullName, Place: null);
    }

    private SurfaceSubject At(string where) => new(where, _places.GetValueOrDefault(where));

    /// <summary>The request builder of that name, or that around a nested type.</summary>
    private RequestBuilderModel? BuilderOf(string fullName)
    {
        for (var name = fullName; ; name = name[..name.LastIndexOf('.')])
        {
            if (_builders.TryGetValue(name, out var builder))
            {
                return builder;
            }

            if (!name.Contains('.', StringComparison.Ordinal))
            {
                return null;
            }
        }
    }

    private static bool IsOf(ExecutorModel executor, string member) =>
        member == executor.Verb + "Async" || member == executor.Verb + "VersionedAsync" || member == executor.Name + "Async" || member == "To" + executor.Verb + "RequestInformation";

    private static string Title(ExecutorModel executor) => executor.Operation.Method + " " + executor.Operation.PathTemplate;

    private static string PathOf(RequestBuilderModel builder)
    {
        if (!builder.Executors.IsEmpty)
        {
            return builder.Executors[0].Operation.PathTemplate;
        }

        var path = builder.UrlTemplate.Replace("{+baseurl}", "", StringComparison.Ordinal);
        var query = path.IndexOf("{?", StringComparison.Ordinal);
        return Uri.UnescapeDataString(query < 0 ? path : path[..query]);
    }
}
