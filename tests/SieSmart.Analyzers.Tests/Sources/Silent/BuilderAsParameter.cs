class Consumer
{
    public async Task RunAsync(SieSmart.Proposals.Item.ProposalItemRequestBuilder proposal, Customer customer, Calculation calculation)
    {
        var (_, etag) = await proposal.GetAsync();
        (_, etag) = await proposal.Customer.PutAsync(customer, etag);
        await proposal.Calculation.PutAsync(calculation, etag);
    }
}
