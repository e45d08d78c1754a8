var left = 3;
while (left > 0)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
    left = await Console.In.ReadLineAsync(cancellationToken) is null ? 0 : left;
}
