var reads = await Task.WhenAll(client.Proposals[id].GetAsync(), client.Proposals[otherId].GetAsync());
await client.Proposals[id].Customer.PutAsync(customer, reads[0].ETag);
await client.Proposals[otherId].Customer.PutAsync(customer, reads[1].ETag);
