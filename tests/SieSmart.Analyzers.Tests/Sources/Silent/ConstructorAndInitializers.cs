class Consumer
{
    private readonly Func<SieSmartClient, long, Customer, ETag, Task> _save = (client, id, customer, etag) =>
        client.Proposals[id].Customer.PutAsync(customer, etag);

    public Task SaveAsync(SieSmartClient client, long id, Customer customer, ETag etag) => _save(client, id, customer, etag);
}
