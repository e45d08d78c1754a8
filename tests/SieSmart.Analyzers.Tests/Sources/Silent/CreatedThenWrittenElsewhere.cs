var (created, version) = await shop.Orders.PostVersionedAsync(order);
var orderId = created.Id ?? throw new InvalidOperationException("No id");
await shop.Orders[orderId].PutAsync(order, version);
