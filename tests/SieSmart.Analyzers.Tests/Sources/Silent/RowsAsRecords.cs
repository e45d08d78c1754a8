record Row(long ProposalId, ETag Version);

class Sync(SieSmartClient client)
{
    public async Task<Row> RunAsync(Row row, Customer customer, Calculation calculation)
    {
        row = row with { Version = (await client.Proposals[row.ProposalId].Customer.PutAsync(customer, row.Version)).ETag };
        var (_, version) = await client.Proposals[row.ProposalId].Calculation.PutAsync(calculation, row.Version);
        return row with { Version = version };
    }
}
