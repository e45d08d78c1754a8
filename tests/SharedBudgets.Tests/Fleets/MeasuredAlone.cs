namespace SharedBudgets.Tests.Fleets;

/// <summary>Tests that need the machine for themselves, since they measure.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
