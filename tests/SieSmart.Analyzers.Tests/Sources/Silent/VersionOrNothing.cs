class Consumer(SieSmartClient client)
{
    public async Task RunAsync(long id, Customer customer, ETag? known)
    {
        await client.Proposals[id].Customer.PutAsync(customer, known ?? (await client.Proposals[id].GetAsync()).ETag);
    }

    public async Task RunOrThrowAsync(long id, Customer customer, ETag? known)
    {
        if (known is { } version)
        {
            await client.Proposals[id].Customer.PutAsync(customer, version);
            return;
        }

        ETag found = default;
        if (known.HasValue)
        {
            found = known.Value;
        }

        if (!found.IsMissing)
        {
            await client.Proposals[id].Customer.PutAsync(customer, found);
        }
    }
}
