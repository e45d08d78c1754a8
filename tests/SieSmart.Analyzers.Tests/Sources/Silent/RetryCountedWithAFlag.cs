var isSaved = false;
for (var attempt = 0; attempt < 3 && !isSaved; attempt++)
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
