var (read, version) = await shop.Orders[id].Lines[1].GetVersionedAsync();
(_, version) = await shop.Orders[id].Lines[1].PutAsync(read, version);
var (_, orderVersion) = await shop.Orders[id].GetVersionedAsync();
await shop.Orders[id].Notes.PatchAsync(order, orderVersion);
