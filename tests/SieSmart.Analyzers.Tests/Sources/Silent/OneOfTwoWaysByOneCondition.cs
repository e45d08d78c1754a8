var hasAssets = assets.Count > 0;
if (hasAssets)
{
    await client.Proposals[id].Assets.PostAsync(assets, etag);
}

if (!hasAssets)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
