for (var attempt = 1; attempt <= 3; attempt++)
{
    try
    {
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        return;
    }
    catch (ServiceUnavailableException) when (attempt < 3)
    {
        await Task.Delay(attempt * 1000, cancellationToken);
    }
}
