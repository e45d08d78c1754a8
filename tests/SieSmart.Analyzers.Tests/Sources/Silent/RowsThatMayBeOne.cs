class Row
{
    public ETag Version { get; set; }
}

class Sync(SieSmartClient client)
{
    public async Task RunAsync(Row row, Row other, long id, Customer customer)
    {
        await client.Proposals[id].Customer.PutAsync(customer, row.Version);
        other.Version = (await client.Proposals[id].GetAsync()).ETag;
        await client.Proposals[id].Customer.PutAsync(customer, row.Version);
    }
}
