#if !NET8_0_OR_GREATER
namespace System.Diagnostics.CodeAnalysis;

/// <summary>The compiler asks for the name alone; .NET Standard lacks the type.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class ExperimentalAttribute(string diagnosticId) : Attribute
{
    public string DiagnosticId { get; } = diagnosticId;
}
#endif
