using var gate = new SemaphoreSlim(1);
await gate.WaitAsync(cancellationToken);
try
{
    (_, etag) = await client.Proposals[id].Customer.PutAsync(customer, etag);
}
finally
{
    gate.Release();
}

await client.Proposals[id].Assets.PostAsync(assets, etag);
