var (source, _) = await client.Proposals[id].GetAsync();
var (target, version) = await client.Proposals[otherId].GetAsync();
await client.Proposals[otherId].Customer.PutAsync(source.Customer ?? target.Customer!, version);
