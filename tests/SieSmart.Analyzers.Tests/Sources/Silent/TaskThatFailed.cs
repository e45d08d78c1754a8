var write = client.Proposals[id].Customer.PutAsync(customer, etag);
await Task.WhenAny(write, Task.Delay(1000, cancellationToken));
if (write.IsFaulted)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
