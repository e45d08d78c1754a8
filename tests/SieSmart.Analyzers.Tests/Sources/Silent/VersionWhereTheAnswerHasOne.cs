var saved = await client.Proposals[id].Customer.PutAsync(customer, etag);
var next = saved.HasETag ? saved.ETag : (await client.Proposals[id].GetAsync()).ETag;
await client.Proposals[id].Assets.PostAsync(assets, next);
