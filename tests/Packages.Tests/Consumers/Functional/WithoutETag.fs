module WithoutETag

open SieSmart
open SieSmart.Models

let write (client: SieSmartClient) = client.Proposals[1L].Customer.PutAsync(Customer())
