await client.Proposals[id].Customer.PutAsync(customer, etag);
Renew(ref etag);
await client.Proposals[id].Assets.PostAsync(assets, etag);
if (ETag.TryParse(Console.ReadLine(), out etag))
{
    await client.Proposals[id].Calculation.PutAsync(calculation, etag);
}

static void Renew(ref ETag version) => ETag.TryParse(Console.ReadLine(), out version);
