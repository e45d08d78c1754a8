class Journey(SieSmartClient client)
{
    public async Task<(long Id, ETag Version)> CreateAsync()
    {
        var (created, version) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 });
        return (created.ProposalId!.Value, version);
    }

    public async Task RunAsync(Customer customer, DecisionRequest request)
    {
        var state = await CreateAsync();
        state = (state.Id, (await client.Proposals[state.Id].Customer.PutAsync(customer, state.Version)).ETag);
        state.Version = (await client.Proposals[state.Id].Decision.PostAsync(request, state.Version)).ETag;
        Console.WriteLine(state.Version);
    }
}
