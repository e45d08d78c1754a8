record Row(long Id, ETag Version, Customer Customer);

class Import(SieSmartClient client)
{
    public async Task RunAsync(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            await client.Proposals[row.Id].Customer.PutAsync(row.Customer, row.Version);
        }

        foreach (var (id, version, customer) in rows)
        {
            await client.Proposals[id].Customer.PutAsync(customer, version);
        }
    }
}
