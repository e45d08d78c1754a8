class Conflict(SieSmartClient mine, SieSmartClient colleagues)
{
    public async Task ShowAsync(long id, Customer customer, Calculation calculation)
    {
        var (_, etag) = await mine.Proposals[id].GetAsync();
        await colleagues.Proposals[id].Customer.PutAsync(customer, etag);
        await mine.Proposals[id].Calculation.PutAsync(calculation, etag);
    }
}
