namespace System.Diagnostics.CodeAnalysis;

/// <summary>What of a type has to be kept.</summary>
internal enum DynamicallyAccessedMemberTypes
{
    PublicParameterlessConstructor = 1,
    PublicConstructors = 3,
    PublicProperties = 512,
}
