namespace SieSmart.Generators.Model;

/// <summary>An operation with the field that describes it to the runtime.</summary>
/// <param name="FieldName">The name of the field.</param>
/// <param name="Operation">The operation.</param>
internal sealed record DescribedOperation(string FieldName, OperationModel Operation);
