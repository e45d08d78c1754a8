try
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
finally
{
    (_, etag) = await client.Proposals[id].GetAsync();
}

await client.Proposals[id].Assets.PostAsync(assets, etag);
