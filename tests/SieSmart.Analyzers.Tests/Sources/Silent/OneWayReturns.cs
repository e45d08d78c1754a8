if (assets.Count > 0)
{
    await client.Proposals[id].Assets.PostAsync(assets, etag);
    return;
}

await client.Proposals[id].Customer.PutAsync(customer, etag);
