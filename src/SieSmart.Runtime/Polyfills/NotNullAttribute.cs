namespace System.Diagnostics.CodeAnalysis;

/// <summary>Tells the compiler that an argument isn't null once the method has returned.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
internal sealed class NotNullAttribute : Attribute;
