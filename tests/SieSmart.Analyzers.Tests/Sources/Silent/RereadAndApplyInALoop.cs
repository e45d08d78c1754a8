for (var attempt = 0; attempt < 5; attempt++)
{
    var (proposal, current) = await client.Proposals[id].GetAsync();
    proposal.Customer = customer;
    try
    {
        await client.Proposals[id].Customer.PutAsync(customer, current);
        return;
    }
    catch (PreconditionFailedException)
    {
        logger.LogInformation("Somebody else wrote first");
    }
}
