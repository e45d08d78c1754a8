var (line, lineVersion) = await shop.Orders[id].Lines[1].GetVersionedAsync();
var (current, orderVersion) = await shop.Orders[id].GetVersionedAsync();
await shop.Orders[id].Lines[1].PutAsync(line, lineVersion);
await shop.Orders[id].PutAsync(current, orderVersion);
