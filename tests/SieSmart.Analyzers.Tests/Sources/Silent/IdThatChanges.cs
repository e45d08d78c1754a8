await client.Proposals[id].Customer.PutAsync(customer, etag);
id++;
var (_, version) = await client.Proposals[id].GetAsync();
await client.Proposals[id].Customer.PutAsync(customer, version);
