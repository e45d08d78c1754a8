var current = etag;
Func<Task> save = async () => (_, current) = await client.Proposals[id].Customer.PutAsync(customer, current);
await save();
await client.Proposals[id].Assets.PostAsync(assets, current);
