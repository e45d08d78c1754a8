class Consumer(SieSmartClient client)
{
    public async Task RunAsync(long id, Customer customer, Calculation calculation, ETag etag, Func<Func<Task>, Task> retry)
    {
        await retry(async () => (_, etag) = await client.Proposals[id].Customer.PutAsync(customer, etag));
        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
    }
}
