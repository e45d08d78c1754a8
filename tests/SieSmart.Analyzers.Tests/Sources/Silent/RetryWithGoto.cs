again:
try
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
catch (ServiceUnavailableException exception)
{
    logger.LogWarning(exception, "Again");
    goto again;
}
