using CrmPortal.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(PortalFixture))]

// One portal, one browser, and a queue of faults that belongs to whoever filled it.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
