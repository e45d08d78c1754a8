class Store
{
    private readonly Dictionary<long, string> _versions = [];

    public ETag Load(long id) => _versions.TryGetValue(id, out var text) ? ETag.Parse(text) : default;

    public void Save(long id, ETag version) => _versions[id] = version.ToString();
}

class Consumer(SieSmartClient client, Store store)
{
    public async Task RunAsync(long id, Customer customer, Calculation calculation)
    {
        var (_, version) = await client.Proposals[id].Customer.PutAsync(customer, store.Load(id));
        store.Save(id, version);
        (_, version) = await client.Proposals[id].Calculation.PutAsync(calculation, store.Load(id));
        store.Save(id, version);
    }
}
