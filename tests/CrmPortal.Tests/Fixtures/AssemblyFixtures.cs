using CrmPortal.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(PortalFixture))]

// One portal, one browser, and a queue of faults that belongs to whoever filled it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
