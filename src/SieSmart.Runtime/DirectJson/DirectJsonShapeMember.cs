using System.Text;

namespace SieSmart.Runtime.DirectJson;

/// <summary>A member of an object, as its schema describes it. Immutable. Meant for generated code.</summary>
public sealed class DirectJsonShapeMember
{
    /// <summary>Describes a member.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="kinds">What its value may be, beside null.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="values">The texts that it may be; none where there is no such list.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DirectJsonShapeMember(string name, DirectJsonKinds kinds, bool isRequired, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        Name = Encoding.UTF8.GetBytes(name);
        Kinds = kinds;
        IsRequired = isRequired;
        Values = [.. values.Select(Encoding.UTF8.GetBytes)];
    }

    internal byte[] Name { get; }

    internal DirectJsonKinds Kinds { get; }

    internal bool IsRequired { get; }

    internal byte[][] Values { get; }
}
