class ProposalsController(SieSmartClient client)
{
    public async Task<string?> PutAsync(long id, string ifMatch, Customer customer, CancellationToken cancellationToken)
    {
        if (!ETag.TryParse(ifMatch, out var etag))
        {
            return null;
        }

        try
        {
            var saved = await client.Proposals[id].Customer.PutAsync(customer, etag, cancellationToken: cancellationToken).ConfigureAwait(false);
            return saved.HasETag ? saved.ETag.ToString() : null;
        }
        catch (PreconditionFailedException)
        {
            return "412";
        }
    }
}
