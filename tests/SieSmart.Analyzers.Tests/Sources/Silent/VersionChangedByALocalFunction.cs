var current = etag;
await SaveAsync();
await client.Proposals[id].Assets.PostAsync(assets, current);
await SaveAsync();

async Task SaveAsync() => current = (await client.Proposals[id].Customer.PutAsync(customer, current)).ETag;
