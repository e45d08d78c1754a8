var isSaved = false;
while (!isSaved)
{
    try
    {
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        isSaved = true;
    }
    catch (ServiceUnavailableException exception)
    {
        logger.LogWarning(exception, "Again");
    }
}
