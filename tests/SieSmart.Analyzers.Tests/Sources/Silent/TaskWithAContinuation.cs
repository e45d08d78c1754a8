var write = client.Proposals[id].Customer.PutAsync(customer, etag);
await write.ContinueWith(ended => ended.IsFaulted ? client.Proposals[id].Customer.PutAsync(customer, etag) : ended, TaskScheduler.Default);
if (write.Wait(TimeSpan.Zero))
{
    return;
}

await client.Proposals[id].Calculation.PutAsync(calculation, etag);
