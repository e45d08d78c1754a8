class Row
{
    public long ProposalId { get; set; }

    public ETag Version { get; set; }
}

class Sync(SieSmartClient client)
{
    public async Task RunAsync(Row row, Customer customer, Calculation calculation)
    {
        row.Version = (await client.Proposals[row.ProposalId].Customer.PutAsync(customer, row.Version)).ETag;
        await client.Proposals[row.ProposalId].Calculation.PutAsync(calculation, row.Version);
        Reload(row);
        await client.Proposals[row.ProposalId].Customer.PutAsync(customer, row.Version);
    }

    private static void Reload(Row row) => row.Version = ETag.Parse(Console.ReadLine()!);
}
