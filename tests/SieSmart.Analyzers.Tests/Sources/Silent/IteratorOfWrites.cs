class Consumer(SieSmartClient client)
{
    public IEnumerable<Task> Writes(long id, Customer customer, Calculation calculation, ETag etag)
    {
        if (customer.AdditionalData.Count > 0)
        {
            yield return client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        else
        {
            yield return client.Proposals[id].Calculation.PutAsync(calculation, etag);
        }
    }
}
