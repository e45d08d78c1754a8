namespace SieSmart.Generators.Configuration;

/// <summary>Which writes are guarded (<c>PreconditionRule</c>, <c>x-if-match-default</c>).</summary>
internal enum PreconditionRule
{
    /// <summary>All that are not exempt.</summary>
    All,

    /// <summary>Those that declare an If-Match header.</summary>
    Declared,
}
