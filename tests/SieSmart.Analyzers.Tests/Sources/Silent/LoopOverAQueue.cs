var queue = new Queue<(long Id, ETag Version)>();
while (queue.Count > 0)
{
    var next = queue.Dequeue();
    await client.Proposals[next.Id].Customer.PutAsync(customer, next.Version);
}
