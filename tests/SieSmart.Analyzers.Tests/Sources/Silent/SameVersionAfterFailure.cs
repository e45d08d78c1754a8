try
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
catch (ServiceUnavailableException)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
