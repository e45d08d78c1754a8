using Refit;
using SieSmart.Client.Benchmarks.HandWritten;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>The API as Refit wants it.</summary>
internal interface IProposalsOfRefit
{
    [Get("/proposals/{id}")]
    Task<Proposal> GetAsync(string id);

    [Get("/proposals")]
    Task<List<Proposal>> ListAsync();

    [Put("/proposals/{id}")]
    Task<Proposal> PutAsync(string id, [Body] Proposal proposal, [Header("If-Match")] string ifMatch);

    [Delete("/proposals/{id}")]
    Task DeleteAsync(string id, [Header("If-Match")] string ifMatch);
}
