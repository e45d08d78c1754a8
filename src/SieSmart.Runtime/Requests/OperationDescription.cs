namespace SieSmart.Runtime;

/// <summary>What a generated client knows of one operation of its OpenAPI document. Immutable.</summary>
public sealed class OperationDescription
{
    // Each call's span, log and metric are called by it.
    private string? _text;

    /// <summary>Describes an operation.</summary>
    /// <param name="id">The operation's id in the document.</param>
    /// <param name="method">The HTTP method in upper case.</param>
    /// <param name="pathTemplate">The path as the document writes it, for instance <c>/proposals/{proposal-id}</c>.</param>
    /// <param name="isGuarded">Whether the operation needs an If-Match header.</param>
    /// <param name="versionScope">The path template of the resource whose ETag guards the operation, if there is one.</param>
    /// <param name="isRetrySafe">Whether the document says that sending the operation twice does no harm.</param>
    /// <param name="isPathInferred">Whether the path is inferred and not documented by the vendor of the API.</param>
    /// <exception cref="ArgumentNullException">An id, a method or a path template is null.</exception>
    public OperationDescription(
        string id,
        string method,
        string pathTemplate,
        bool isGuarded = false,
        string? versionScope = null,
        bool isRetrySafe = false,
        bool isPathInferred = false)
    {
        Id = id ?? throw new ArgumentNullException(nameof(id));
        Method = method ?? throw new ArgumentNullException(nameof(method));
        PathTemplate = pathTemplate ?? throw new ArgumentNullException(nameof(pathTemplate));
        IsGuarded = isGuarded;
        VersionScope = versionScope;
        IsRetrySafe = isRetrySafe;
        IsPathInferred = isPathInferred;
    }

    /// <summary>The operation's id in the document.</summary>
    public string Id { get; }

    /// <summary>The HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>The path as the document writes it, without base address and query.</summary>
    public string PathTemplate { get; }

    /// <summary>Whether the operation needs an If-Match header.</summary>
    public bool IsGuarded { get; }

    /// <summary>The path template of the resource whose ETag guards the operation, if there is one.</summary>
    public string? VersionScope { get; }

    /// <summary>Whether the document says that sending the operation twice does no harm.</summary>
    public bool IsRetrySafe { get; }

    /// <summary>Whether the path is inferred and not documented by the vendor of the API.</summary>
    public bool IsPathInferred { get; }

    /// <summary>Method and path template: <c>PUT /proposals/{proposal-id}/customer</c>.</summary>
    public override string ToString() => _text ??= $"{Method} {PathTemplate}";
}
