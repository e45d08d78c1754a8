var read = await shop.Orders[id].GetAsync();
var created = await shop.Orders.PostAsync(order, default);
Console.WriteLine($"{read?.Id} {created?.Id}");
