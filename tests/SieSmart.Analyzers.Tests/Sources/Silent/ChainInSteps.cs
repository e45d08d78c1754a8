class Journey(SieSmartClient client)
{
    private long _id;
    private ETag _etag;

    public async Task RunAsync(Customer customer, List<Asset> assets, Calculation calculation, DecisionRequest request)
    {
        await CreateAsync();
        await SetCustomerAsync(customer);
        (_, _etag) = await client.Proposals[_id].Assets.PostAsync(assets, _etag);
        await SetCalculationAsync(calculation);
        (_, _etag) = await client.Proposals[_id].Decision.PostAsync(request, _etag);
    }

    private async Task CreateAsync()
    {
        var (created, etag) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 });
        (_id, _etag) = (created.ProposalId!.Value, etag);
    }

    private async Task SetCustomerAsync(Customer customer) => (_, _etag) = await client.Proposals[_id].Customer.PutAsync(customer, _etag);

    private async Task SetCalculationAsync(Calculation calculation)
    {
        var saved = await client.Proposals[_id].Calculation.PutAsync(calculation, _etag);
        _etag = saved.ETag;
    }
}
