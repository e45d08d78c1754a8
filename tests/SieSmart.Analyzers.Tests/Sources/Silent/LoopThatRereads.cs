foreach (var asset in assets)
{
    var (_, current) = await client.Proposals[id].GetAsync();
    await client.Proposals[id].Assets.PostAsync([asset], current);
}
