while (true)
{
    if (assets.Count > 0)
    {
        etag = (await client.Proposals[id].Assets.PostAsync(assets, etag)).ETag;
    }
    else
    {
        etag = (await client.Proposals[id].Customer.PutAsync(customer, etag)).ETag;
    }
}
