var first = client.Proposals[id].Customer.ToPutRequestInformation(customer, etag);
var second = client.Proposals[id].Calculation.ToPutRequestInformation(calculation, etag);
Console.WriteLine(assets.Count > 0 ? first.URI : second.URI);
