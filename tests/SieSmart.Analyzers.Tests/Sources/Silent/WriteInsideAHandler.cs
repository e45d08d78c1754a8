class Consumer(SieSmartClient client)
{
    public event Func<ETag, Task>? Saving;

    public void Register(long id, Customer customer, Calculation calculation)
    {
        Saving += version => client.Proposals[id].Customer.PutAsync(customer, version);
        Saving += version => client.Proposals[id].Calculation.PutAsync(calculation, version);
    }
}
