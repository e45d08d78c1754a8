var saved = assets.Count switch
{
    0 => await client.Proposals[id].Customer.PutAsync(customer, etag),
    1 => await client.Proposals[id].Assets.PostAsync(assets, etag),
    _ => await client.Proposals[id].Calculation.PutAsync(calculation, etag),
};
Console.WriteLine(saved.ETag);
