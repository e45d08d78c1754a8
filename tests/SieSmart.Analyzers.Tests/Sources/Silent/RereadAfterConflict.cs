try
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
catch (PreconditionFailedException)
{
    var (_, current) = await client.Proposals[id].GetAsync();
    await client.Proposals[id].Customer.PutAsync(customer, current);
}
