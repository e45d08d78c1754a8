class Journey(SieSmartClient client)
{
    public async Task<ETag> RunAsync(long id, Customer customer, List<Asset> assets, DecisionRequest request, ETag etag)
    {
        etag = await SaveAsync(id, customer, etag);
        etag = (await client.Proposals[id].Assets.PostAsync(assets, etag)).ETag;
        return (await client.Proposals[id].Decision.PostAsync(request, etag)).ETag;
    }

    private async Task<ETag> SaveAsync(long id, Customer customer, ETag etag)
    {
        var (_, next) = await client.Proposals[id].Customer.PutAsync(customer, etag);
        return next;
    }
}
