interface IVersions
{
    ETag Latest { get; }
}

class Tracker
{
    private readonly Dictionary<long, ETag> _versions = [];

    public ETag Latest => _versions.Values.Last();
}

class Consumer(SieSmartClient client, Tracker tracker, IVersions versions)
{
    public async Task RunAsync(long id, Customer customer, Calculation calculation)
    {
        await client.Proposals[id].Customer.PutAsync(customer, tracker.Latest);
        await client.Proposals[id].Calculation.PutAsync(calculation, tracker.Latest);
        await client.Proposals[id].Customer.PutAsync(customer, versions.Latest);
        await client.Proposals[id].Calculation.PutAsync(calculation, versions.Latest);
    }
}
