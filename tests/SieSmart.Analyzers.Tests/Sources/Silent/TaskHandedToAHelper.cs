class Consumer(SieSmartClient client)
{
    public async Task RunAsync(long id, Customer customer, Calculation calculation, ETag etag)
    {
        if (!await SucceedsAsync(client.Proposals[id].Customer.PutAsync(customer, etag)))
        {
            await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        }
    }

    private static async Task<bool> SucceedsAsync(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompletedSuccessfully;
    }
}
