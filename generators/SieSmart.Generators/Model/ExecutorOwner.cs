namespace SieSmart.Generators.Model;

/// <summary>Which printer writes an executor: each has exactly one.</summary>
internal enum ExecutorOwner
{
    Kiota,
    Preconditions,
}
