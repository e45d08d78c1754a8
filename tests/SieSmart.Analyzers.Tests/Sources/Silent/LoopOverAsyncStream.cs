class Import(SieSmartClient client)
{
    public async Task RunAsync(IAsyncEnumerable<(long Id, ETag Version)> rows, Customer customer)
    {
        await foreach (var (id, version) in rows)
        {
            await client.Proposals[id].Customer.PutAsync(customer, version);
        }
    }
}
