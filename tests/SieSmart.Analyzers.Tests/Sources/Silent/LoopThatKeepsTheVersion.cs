foreach (var asset in assets)
{
    (_, etag) = await client.Proposals[id].Assets.PostAsync([asset], etag);
}

await client.Proposals[id].Decision.PostAsync(request, etag);
