var name = "none";
try
{
    if (account is null || order is null)
    {
        name = "nobody";
    }

    await Task.Run(async () => await client.Proposals[id].Customer.PutAsync(customer, etag));
    logger.LogInformation("Changed for {Name}.", name);
}
catch (InvalidOperationException)
{
    name = "somebody";
    throw;
}
