namespace Interop.Tests.Callers;

/// <summary>A customer, in neither client's types; <c>Extra</c> is a field that the document doesn't name.</summary>
internal sealed record Party(string CompanyName, string? Street = null, string? City = null, string? Extra = null)
{
    /// <summary>The field that <see cref="Extra"/> is the value of.</summary>
    public const string ExtraField = "houseBank";
}
