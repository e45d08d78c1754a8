var left = 3;
while (left > 0)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
    _ = int.TryParse(Console.ReadLine(), out left);
}
