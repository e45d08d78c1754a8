class Editor(SieSmartClient client, long id)
{
    private ETag _etag;

    public async Task SaveAsync(Customer customer, Calculation calculation)
    {
        await client.Proposals[id].Customer.PutAsync(customer, _etag);
        await ReloadAsync();
        await client.Proposals[id].Calculation.PutAsync(calculation, _etag);
    }

    private async Task ReloadAsync() => (_, _etag) = await client.Proposals[id].GetAsync();
}
