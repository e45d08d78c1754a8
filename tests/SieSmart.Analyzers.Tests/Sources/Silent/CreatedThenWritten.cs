var (created, version) = await shop.Orders.PostVersionedAsync(order);
await shop.Orders[created.Id!.Value].PutAsync(order, version);
