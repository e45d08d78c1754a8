var current = etag;
await client.Proposals[id].Calculation.PutAsync(calculation, current);
await ReloadAsync();
await client.Proposals[id].Assets.PostAsync(assets, current);

async Task ReloadAsync() => current = (await client.Proposals[id].GetAsync()).ETag;
