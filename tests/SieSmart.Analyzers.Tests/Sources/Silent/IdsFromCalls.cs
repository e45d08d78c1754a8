class Consumer(SieSmartClient client)
{
    public async Task RunAsync(string name, Customer customer)
    {
        var (_, etag) = await client.Proposals[FindId(name)].GetAsync();
        await client.Proposals[FindId(name)].Customer.PutAsync(customer, etag);
    }

    private static long FindId(string name) => name.Length;
}
