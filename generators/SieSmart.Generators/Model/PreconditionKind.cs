namespace SieSmart.Generators.Model;

/// <summary>What a request has to do with entity tags.</summary>
internal enum PreconditionKind
{
    /// <summary>Nothing: Kiota's own form.</summary>
    None,

    /// <summary>It takes no entity tag and gives none back.</summary>
    Unversioned,

    /// <summary>It takes none, and its answer carries one.</summary>
    Versioned,

    /// <summary>It may carry one.</summary>
    Optional,

    /// <summary>It must carry one.</summary>
    Guarded,
}
