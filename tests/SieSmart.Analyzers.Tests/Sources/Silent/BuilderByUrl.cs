var (_, version) = await client.Proposals[id].GetAsync();
await client.Proposals[otherId].WithUrl("https://api.example/proposals/1").GetAsync();
await client.Proposals[otherId].Customer.WithUrl("https://api.example/proposals/1/customer").PutAsync(customer, version);
