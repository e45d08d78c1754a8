class Editor(SieSmartClient client, long id)
{
    private readonly object _gate = new();
    private ETag _etag;

    public async Task SaveAsync(Customer customer)
    {
        ETag current;
        lock (_gate)
        {
            current = _etag;
        }

        var saved = await client.Proposals[id].Customer.PutAsync(customer, current);
        lock (_gate)
        {
            _etag = saved.ETag;
        }
    }
}
