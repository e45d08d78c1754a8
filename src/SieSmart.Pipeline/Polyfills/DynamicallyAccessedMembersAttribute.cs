namespace System.Diagnostics.CodeAnalysis;

/// <summary>What trimmers know newer frameworks' attribute by.</summary>
[AttributeUsage(AttributeTargets.GenericParameter, Inherited = false)]
internal sealed class DynamicallyAccessedMembersAttribute(DynamicallyAccessedMemberTypes memberTypes) : Attribute
{
    public DynamicallyAccessedMemberTypes MemberTypes => memberTypes;
}
