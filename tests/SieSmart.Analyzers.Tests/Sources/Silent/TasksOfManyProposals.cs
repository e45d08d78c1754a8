var ids = new[] { id, otherId };
await Task.WhenAll(ids.Select(async next =>
{
    var (_, current) = await client.Proposals[next].GetAsync();
    await client.Proposals[next].Customer.PutAsync(customer, current);
}));
await Parallel.ForEachAsync(ids, async (next, token) =>
{
    var current = await client.Proposals[next].GetAsync(cancellationToken: token);
    await client.Proposals[next].Customer.PutAsync(customer, current.ETag, cancellationToken: token);
});
