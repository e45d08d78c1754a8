namespace SieSmart.Runtime.DirectJson;

/// <summary>What an instance is to those who read and write it directly.</summary>
public enum DirectJsonForm
{
    /// <summary>Of a class derived by hand, which may have more to read and write: Kiota's own way is right for it.</summary>
    Foreign,

    /// <summary>A model: an object with braces around its members.</summary>
    Model,

    /// <summary>The wrapper of a union: whatever it holds, without braces of its own.</summary>
    Wrapper,
}
