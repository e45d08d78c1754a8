class Import(SieSmartClient client)
{
    public async Task RunAsync(Dictionary<long, ETag> versions, Customer customer)
    {
        foreach (var (id, version) in versions)
        {
            await client.Proposals[id].Customer.PutAsync(customer, version);
        }

        foreach (var entry in versions)
        {
            await client.Proposals[entry.Key].Customer.PutAsync(customer, entry.Value);
        }

        foreach (var id in versions.Keys)
        {
            versions[id] = (await client.Proposals[id].Customer.PutAsync(customer, versions[id])).ETag;
        }
    }
}
