namespace EndToEnd.Tests.Fixtures;

/// <summary>The ways to get a client.</summary>
public enum Construction
{
    DependencyInjection,
    Constructor,
}
