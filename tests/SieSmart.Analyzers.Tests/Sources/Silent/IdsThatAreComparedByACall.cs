ArgumentOutOfRangeException.ThrowIfNotEqual(id, otherId);
var (_, version) = await client.Proposals[id].GetAsync();
await client.Proposals[otherId].Customer.PutAsync(customer, version);
