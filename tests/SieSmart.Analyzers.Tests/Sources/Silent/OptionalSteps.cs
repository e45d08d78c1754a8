var current = etag;
if (customer is not null)
{
    (_, current) = await client.Proposals[id].Customer.PutAsync(customer, current);
}

if (assets.Count > 0)
{
    (_, current) = await client.Proposals[id].Assets.PostAsync(assets, current);
}

await client.Proposals[id].Decision.PostAsync(request, current);
