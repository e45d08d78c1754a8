var (_, first) = await client.Proposals[id].GetAsync();
var (_, second) = await client.Proposals[otherId].GetAsync();
await Task.WhenAll(
    client.Proposals[id].Customer.PutAsync(customer, first),
    client.Proposals[otherId].Customer.PutAsync(customer, second));
