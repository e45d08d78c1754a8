var (read, version) = await shop.Orders[id].GetVersionedAsync();
await shop.Orders[id].PutAsync(read, configuration =>
{
    configuration.Headers.Add("Prefer", "return=minimal");
    configuration.Headers.Add("If-Match", version.ToString());
});
