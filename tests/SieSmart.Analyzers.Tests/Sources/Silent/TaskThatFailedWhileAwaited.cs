var write = client.Proposals[id].Customer.PutAsync(customer, etag);
try
{
    await write;
}
catch (ServiceUnavailableException)
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
