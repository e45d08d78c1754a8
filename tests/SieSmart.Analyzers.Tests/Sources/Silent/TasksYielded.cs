class Consumer(SieSmartClient client)
{
    public IEnumerable<Task> Attempts(long id, Customer customer, ETag etag)
    {
        yield return client.Proposals[id].Customer.PutAsync(customer, etag);
        yield return client.Proposals[id].Customer.PutAsync(customer, etag);
    }
}
