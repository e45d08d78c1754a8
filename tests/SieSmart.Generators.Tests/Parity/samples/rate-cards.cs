// The same shapes in short names, found through namespaces, types around, usings and an alias.
using Microsoft.Kiota.Abstractions;
using Proposals.Models;
using Response = Proposals.Configuration.RateCards.RateCardsGetResponse;

namespace Proposals.Configuration.RateCards;

public sealed class RateCardsRequestBuilder : BaseRequestBuilder
{
    public RateCardsRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/configuration/rate-cards{?valid%2Don*}", pathParameters)
    {
    }

    public RateCardsRequestBuilder(string rawUrl, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/configuration/rate-cards{?valid%2Don*}", rawUrl)
    {
    }

    public async Task<Response?> GetAsync(
        Action<RequestConfiguration<RateCardsRequestBuilderGetQueryParameters>>? requestConfiguration = default,
        CancellationToken cancellationToken = default)
    {
        var requestInfo = ToGetRequestInformation(requestConfiguration);
        var errorMapping = new Dictionary<string, ParsableFactory<IParsable>> { { "XXX", Error.CreateFromDiscriminatorValue } };
        return await RequestAdapter.SendAsync<Response>(requestInfo, Response.CreateFromDiscriminatorValue, errorMapping, cancellationToken).ConfigureAwait(false);
    }

    public RequestInformation ToGetRequestInformation(
        Action<RequestConfiguration<RateCardsRequestBuilder.RateCardsRequestBuilderGetQueryParameters>>? requestConfiguration = default)
    {
        var requestInfo = new RequestInformation(Method.GET, UrlTemplate, PathParameters);
        requestInfo.Configure(requestConfiguration);
        requestInfo.Headers.TryAdd("Accept", "application/json");
        return requestInfo;
    }

    public RateCardsRequestBuilder WithUrl(string rawUrl) => new(rawUrl, RequestAdapter);

    internal void NotSeen()
    {
    }

    public sealed class RateCardsRequestBuilderGetQueryParameters
    {
        [QueryParameter("valid%2Don")]
        public Date? ValidOn { get; set; }
    }
}
