foreach (var asset in assets)
{
    if (asset.IacCode == "ITE")
    {
        await client.Proposals[id].Assets.PostAsync([asset], etag);
        break;
    }
}
