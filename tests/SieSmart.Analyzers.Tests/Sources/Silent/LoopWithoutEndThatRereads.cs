while (true)
{
    var (_, current) = await client.Proposals[id].GetAsync();
    if (assets.Count > 0)
    {
        await client.Proposals[id].Assets.PostAsync(assets, current);
    }
    else
    {
        await client.Proposals[id].Customer.PutAsync(customer, current);
    }
}
