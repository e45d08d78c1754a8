bool again;
do
{
    again = false;
    try
    {
        await client.Proposals[id].Customer.PutAsync(customer, etag);
    }
    catch (ServiceUnavailableException exception)
    {
        logger.LogWarning(exception, "Again");
        again = true;
    }
}
while (again);
