var (_, version) = await client.Proposals[id].Assets.PostAsync(assets, (await client.Proposals[id].Customer.PutAsync(customer, etag)).ETag);
await client.Proposals[id].Decision.PostAsync(request, version);
