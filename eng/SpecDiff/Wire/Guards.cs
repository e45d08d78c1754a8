using SieSmart.Generators.Model;

namespace SpecDiff.Wire;

/// <summary>Finds out whether requests carry an ETag.</summary>
internal static class Guards
{
    /// <summary>The guard of an operation: as the client has it, or, where no client is generated, as the document declares it.</summary>
    public static Guard Of(WireOperation operation, ExecutorModel? executor) => executor?.Operation.Precondition switch
    {
        PreconditionKind.Guarded => Guard.Required,
        PreconditionKind.Optional => Guard.Optional,
        PreconditionKind.Versioned or PreconditionKind.Unversioned => Guard.None,
        _ => operation.Parameters.FirstOrDefault(parameter => parameter.IsIfMatch) is not { } declared ? Guard.None
            : declared.IsRequired ? Guard.Required : Guard.Optional,
    };
}
