var left = 3;
while (left > 0)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
    (left, _) = (int.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture), 0);
}
