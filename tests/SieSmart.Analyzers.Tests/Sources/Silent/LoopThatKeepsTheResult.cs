var current = await client.Proposals[id].GetAsync();
for (var i = 0; i < assets.Count; i++)
{
    current = await client.Proposals[id].Assets.PostAsync([assets[i]], current.ETag);
}

Console.WriteLine(current.Value.ProposalId);
