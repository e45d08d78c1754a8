while (true)
{
    try
    {
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        break;
    }
    catch (ServiceUnavailableException)
    {
        await Task.Delay(1000, cancellationToken);
    }
}
