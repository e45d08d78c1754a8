class Row
{
    public long ProposalId { get; set; }

    public required string ETag { get; set; }
}

class Sync(SieSmartClient client)
{
    public async Task RunAsync(Row row, Customer customer, Calculation calculation, Func<Row, Task> refresh)
    {
        var saved = await client.Proposals[row.ProposalId].Customer.PutAsync(customer, ETag.Parse(row.ETag));
        row.ETag = saved.ETag.ToString();
        await client.Proposals[row.ProposalId].Calculation.PutAsync(calculation, ETag.Parse(row.ETag));
        await refresh(row);
        await client.Proposals[row.ProposalId].Customer.PutAsync(customer, ETag.Parse(row.ETag));
    }
}
