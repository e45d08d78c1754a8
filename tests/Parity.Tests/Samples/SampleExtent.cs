namespace Parity.Tests.Samples;

/// <summary>How much of what a schema allows a sample has.</summary>
internal enum SampleExtent
{
    /// <summary>Every declared member.</summary>
    Complete,

    /// <summary>The members that are required.</summary>
    RequiredOnly,

    /// <summary>Every declared member, and some that are not.</summary>
    WithUndeclared,

    /// <summary>Every declared member, and all are null.</summary>
    Nulls,
}
