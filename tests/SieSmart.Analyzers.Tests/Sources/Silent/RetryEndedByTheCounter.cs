for (var attempt = 0; attempt < 3; attempt++)
{
    try
    {
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        attempt = 3;
    }
    catch (ServiceUnavailableException exception)
    {
        logger.LogWarning(exception, "Again");
    }
}
