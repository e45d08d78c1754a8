namespace SieSmart.Generators.Configuration;

/// <summary>What a client does about If-Match (<c>Preconditions</c>).</summary>
internal enum PreconditionMode
{
    /// <summary>A guarded write without an ETag does not compile.</summary>
    Required,

    /// <summary>Kiota's output with guarded overloads beside it; analyzers warn where an unguarded one is called.</summary>
    Warn,

    /// <summary>Kiota's own output.</summary>
    None,
}
