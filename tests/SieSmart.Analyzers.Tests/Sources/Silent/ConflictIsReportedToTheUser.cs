try
{
    await client.Proposals[id].Customer.PutAsync(customer, etag);
}
catch (PreconditionFailedException conflict)
{
    Console.WriteLine($"{conflict.Message} (sent {conflict.SentETag}, trace id {conflict.TraceId})");
}
