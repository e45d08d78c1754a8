using var versions = new List<ETag> { etag }.GetEnumerator();
while (versions.MoveNext())
{
    await client.Proposals[id].Customer.PutAsync(customer, versions.Current);
}
