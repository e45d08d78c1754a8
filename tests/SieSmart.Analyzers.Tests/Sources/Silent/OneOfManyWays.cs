switch (assets.Count)
{
    case 0:
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        break;
    case 1:
        await client.Proposals[id].Assets.PostAsync(assets, etag);
        break;
    default:
        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        break;
}
