var current = etag;
Func<Task> reload = async () => (_, current) = await client.Proposals[id].GetAsync();
await client.Proposals[id].Calculation.PutAsync(calculation, current);
await reload();
await client.Proposals[id].Assets.PostAsync(assets, current);
