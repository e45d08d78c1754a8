using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Symbols;

/// <summary>What the runtime package calls things, looked up once a compilation. Thread-safe.</summary>
internal sealed class RuntimeSymbols
{
    private const string Namespace = "SieSmart.Runtime.";

    private readonly ConcurrentDictionary<IMethodSymbol, OperationMethod?> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _clients = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol _assembly;
    private readonly GuardedOperations _guarded;
    private readonly INamedTypeSymbol? _requiresIfMatch;
    private readonly INamedTypeSymbol? _versionScope;
    private readonly INamedTypeSymbol? _builder;
    private readonly INamedTypeSymbol? _requestInformation;
    private readonly INamedTypeSymbol? _requestAdapter;
    private readonly INamedTypeSymbol? _task;
    private readonly INamedTypeSymbol? _taskOfT;

    private RuntimeSymbols(Compilation compilation, INamedTypeSymbol etag, INamedTypeSymbol versioned)
    {
        _assembly = compilation.Assembly;
        _guarded = new GuardedOperations(
            compilation.GetTypeByMetadataName(Namespace + "GuardedOperationAttribute"),
            () => compilation.SourceModule.ReferencedAssemblySymbols.Append(compilation.Assembly).Where(IsRelevant));
        ETag = etag;
        Versioned = versioned;
        VersionedETag = versioned.GetMembers("ETag").OfType<IPropertySymbol>().FirstOrDefault();
        VersionedValue = compilation.GetTypeByMetadataName(Namespace + "Versioned`1")?.GetMembers("Value").OfType<IPropertySymbol>().FirstOrDefault();
        AnyETag = etag.GetMembers("Any").OfType<IPropertySymbol>().FirstOrDefault();
        PreconditionFailed = compilation.GetTypeByMetadataName(Namespace + "PreconditionFailedException");
        OutcomeUnknown = compilation.GetTypeByMetadataName(Namespace + "OutcomeUnknownException");
        ApiException = compilation.GetTypeByMetadataName("Microsoft.Kiota.Abstractions.ApiException");
        _requiresIfMatch = compilation.GetTypeByMetadataName(Namespace + "RequiresIfMatchAttribute");
        _versionScope = compilation.GetTypeByMetadataName(Namespace + "VersionScopeAttribute");
        _builder = compilation.GetTypeByMetadataName("Microsoft.Kiota.Abstractions.BaseRequestBuilder");
        _requestInformation = compilation.GetTypeByMetadataName("Microsoft.Kiota.Abstractions.RequestInformation");
        _requestAdapter = compilation.GetTypeByMetadataName("Microsoft.Kiota.Abstractions.IRequestAdapter");
        _task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        _taskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
    }

    /// <summary>The type of versions.</summary>
    public INamedTypeSymbol ETag { get; }

    /// <summary>The type of results that carry a version.</summary>
    public INamedTypeSymbol Versioned { get; }

    /// <summary>The version of a result.</summary>
    public IPropertySymbol? VersionedETag { get; }

    /// <summary>The value of a result.</summary>
    public IPropertySymbol? VersionedValue { get; }

    /// <summary>The ETag that matches any version.</summary>
    public IPropertySymbol? AnyETag { get; }

    /// <summary>What a conflict throws.</summary>
    public INamedTypeSymbol? PreconditionFailed { get; }

    /// <summary>What a write throws that may or may not have been applied.</summary>
    public INamedTypeSymbol? OutcomeUnknown { get; }

    /// <summary>What all failures of calls derive from, those of Kiota included.</summary>
    public INamedTypeSymbol? ApiException { get; }

    /// <summary>Looks the names up; null if the compilation doesn't reference the runtime package.</summary>
    public static RuntimeSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Namespace + "ETag") is { } etag
        && compilation.GetTypeByMetadataName(Namespace + "Versioned") is { } versioned
            ? new RuntimeSymbols(compilation, etag, versioned)
            : null;

    /// <summary>What a method does with versions; null if nothing.</summary>
    public OperationMethod? Describe(IMethodSymbol method)
    {
        // The assembly is asked first: it settles nearly all calls without looking at their attributes.
        var definition = Definition(method);
        return IsRelevant(definition.ContainingAssembly) || _guarded.AreOf(definition.ContainingType) ? _methods.GetOrAdd(definition, Read) : null;
    }

    /// <summary>The methods that a name stands for at a request builder: its own, and the guards beside it, as they are called there.</summary>
    public IEnumerable<IMethodSymbol> Overloads(ITypeSymbol builder, string name) =>
        builder.GetMembers(name).OfType<IMethodSymbol>().Concat(
            _guarded.GuardsOf(builder, name).Select(guard => guard.ReduceExtensionMethod(builder)).OfType<IMethodSymbol>());

    /// <summary>The request builder at which a method is called, as one of its own or as a guard beside it; null if it is none.</summary>
    public ITypeSymbol? BuilderOf(IMethodSymbol method)
    {
        var definition = method.ReducedFrom ?? method;
        var type = _guarded.AreIn(definition.ContainingType) && definition is { IsExtensionMethod: true, Parameters: { Length: > 0 } parameters } ? parameters[0].Type : definition.ContainingType;
        return IsRequestBuilder(type) ? type : null;
    }

    /// <summary>Whether a type is a request builder, through which operations are reached.</summary>
    public bool IsRequestBuilder(ITypeSymbol? type) => _builder is not null && type is not null && DerivesFrom(type, _builder);

    /// <summary>Whether a type is a client: the request builder at which all paths begin.</summary>
    public bool IsClient(ITypeSymbol? type) => type is not null && IsRequestBuilder(type) && _clients.GetOrAdd(type, HasConstructorOfClients);

    /// <summary>Whether values of a type carry a version.</summary>
    public bool IsVersioned(ITypeSymbol? type) => type is not null && DerivesFrom(type, Versioned);

    /// <summary>Whether a type is <c>Task</c> or <c>Task&lt;T&gt;</c>.</summary>
    public bool IsTask(ITypeSymbol? type) => Same(type, _task) || Same(type?.OriginalDefinition, _taskOfT);

    /// <summary>Whether a method belongs to the project that is compiled, so that it may know the object that calls it.</summary>
    /// <remarks>Methods of other projects don't, whether an editor has their source or a build has their assembly.</remarks>
    public bool IsOfProject(IMethodSymbol method) => Same(method.ContainingAssembly, _assembly);

    /// <summary>Whether two types are the same and known.</summary>
    public static bool Same(ISymbol? left, ISymbol? right) => left is not null && SymbolEqualityComparer.Default.Equals(left, right);

    /// <summary>Whether a type is another one, or derived from it.</summary>
    public static bool DerivesFrom(ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Same(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private OperationMethod? Read(IMethodSymbol method)
    {
        string? scope = null;
        var requiresIfMatch = false;
        foreach (var attribute in method.GetAttributes())
        {
            requiresIfMatch |= Same(attribute.AttributeClass, _requiresIfMatch);
            if (Same(attribute.AttributeClass, _versionScope) && attribute.ConstructorArguments.FirstOrDefault().Value is string template)
            {
                scope = template;
            }
        }

        var mark = _guarded.MarkOf(method);
        scope ??= mark?.Scope;
        requiresIfMatch |= mark is { RequiresIfMatch: true };
        var isOperation = scope is not null || requiresIfMatch || BuilderOf(method) is not null;
        var parameter = isOperation ? method.Parameters.FirstOrDefault(parameter => Same(parameter.Type, ETag)) : null;
        var returnsVersion = isOperation && IsVersioned(Awaited(method.ReturnType));
        return requiresIfMatch || parameter is not null || returnsVersion
            ? new OperationMethod(scope, parameter?.Ordinal ?? -1, requiresIfMatch, Same(method.ReturnType, _requestInformation), returnsVersion, mark is { IsError: true })
            : null;
    }

    private static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;

    private ITypeSymbol Awaited(ITypeSymbol type) =>
        IsTask(type) && type is INamedTypeSymbol { TypeArguments: { Length: 1 } results } ? results[0] : type;

    private bool HasConstructorOfClients(ITypeSymbol type) =>
        type is INamedTypeSymbol named
        && named.InstanceConstructors.Any(constructor => constructor.Parameters is { Length: 1 } only && Same(only[0].Type, _requestAdapter));

    private bool IsRelevant(IAssemblySymbol? assembly) =>
        assembly is not null && _assemblies.GetOrAdd(assembly, candidate =>
            candidate is ISourceAssemblySymbol
            || Same(candidate, ETag.ContainingAssembly)
            || candidate.Modules.Any(module => module.ReferencedAssemblies.Any(IsRuntime)));

    // By name alone: a client may have been built with an older version than the one that its user has.
    private bool IsRuntime(AssemblyIdentity assembly) =>
        string.Equals(assembly.Name, ETag.ContainingAssembly.Name, StringComparison.OrdinalIgnoreCase);
}
