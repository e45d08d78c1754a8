var isOpen = true;
while (isOpen)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
    var (proposal, _) = await client.Proposals[id].GetAsync();
    isOpen = proposal.Customer is null;
}
