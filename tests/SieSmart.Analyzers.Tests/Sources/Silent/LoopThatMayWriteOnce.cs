foreach (var asset in assets)
{
    if (asset.IacCode == "ITE2201")
    {
        await client.Proposals[id].Assets.PostAsync([asset], etag);
    }
}
