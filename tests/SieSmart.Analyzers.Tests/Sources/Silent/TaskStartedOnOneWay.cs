Task<Versioned<Proposal>>? write = null;
if (assets.Count > 0)
{
    write = client.Proposals[id].Assets.PostAsync(assets, etag);
}

write ??= client.Proposals[id].Customer.PutAsync(customer, etag);
Console.WriteLine((await write).ETag);
