var write = client.Proposals[id].Customer.PutAsync(customer, etag);
await ((Task)write).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
if (!write.IsCompletedSuccessfully)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
