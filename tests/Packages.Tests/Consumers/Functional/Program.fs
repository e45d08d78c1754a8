open System
open SieSmart
open SieSmart.Client
open SieSmart.Models
open SieSmart.Runtime

let setting name = Environment.GetEnvironmentVariable $"SieSmart__{name}"

let options =
    SieSmartClientOptions(
        BaseAddress = Uri(setting "BaseAddress"),
        TokenEndpoint = Uri(setting "TokenEndpoint"),
        ClientId = setting "ClientId",
        ClientSecret = setting "ClientSecret")

let story =
    task {
        use client = new SieSmartClient(options)
        let! offices = client.Common.Offices.GetAsync()
        let! created = client.Proposals.Proposal.PostAsync(ProposalCreate(OfficeId = offices[0].Id))
        let proposal = client.Proposals[created.Value.ProposalId.Value]
        let! seen = proposal.GetAsync()
        let! _ = proposal.Customer.PutAsync(Customer(), seen.ETag)

        try
            let! _ = proposal.Customer.PutAsync(Customer(), seen.ETag)
            return "a stale ETag was accepted"
        with :? PreconditionFailedException ->
            return "written, then refused"
    }

printfn "%s" (story.GetAwaiter().GetResult())
