var current = etag;
if (assets.Count > 0)
{
    await client.Proposals[id].Assets.PostAsync(assets, current);
    current = (await client.Proposals[id].GetAsync()).ETag;
}

await client.Proposals[id].Decision.PostAsync(request, current);
