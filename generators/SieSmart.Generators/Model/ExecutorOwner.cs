namespace SieSmart.Generators.Model;

/// <summary>Which printer writes an executor.</summary>
internal enum ExecutorOwner
{
    /// <summary>Kiota's printer, in Kiota's form.</summary>
    Kiota,

    /// <summary>The precondition printer, in place of Kiota's form.</summary>
    Preconditions,

    /// <summary>Both: Kiota's form for those who are on their way over, and the form with entity tags beside it.</summary>
    Both,
}
