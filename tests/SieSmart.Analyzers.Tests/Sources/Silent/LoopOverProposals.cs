foreach (var next in new[] { id, otherId })
{
    var (_, current) = await client.Proposals[next].GetAsync();
    await client.Proposals[next].Customer.PutAsync(customer, current);
}
