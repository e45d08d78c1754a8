class Editor(SieSmartClient client, long id)
{
    public ETag Version { get; set; }

    public async Task SaveAsync(Customer customer, Calculation calculation)
    {
        (_, Version) = await client.Proposals[id].Customer.PutAsync(customer, Version);
        Version = (await client.Proposals[id].Calculation.PutAsync(calculation, Version)).ETag;
        await client.Proposals[id].Customer.PutAsync(customer, this.Version);
    }
}
