namespace Queries.RequiredMix
{
    public partial class RequiredMixRequestBuilder : BaseRequestBuilder
    {
        public RequiredMixRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter) : base(requestAdapter, "{+baseurl}/required-mix?must={must}{&may*}", pathParameters)
        {
        }
        public RequiredMixRequestBuilder(string rawUrl, IRequestAdapter requestAdapter) : base(requestAdapter, "{+baseurl}/required-mix?must={must}{&may*}", rawUrl)
        {
        }
        public async Task DeleteAsync(Action<RequestConfiguration<global::Queries.RequiredMix.RequiredMixRequestBuilder.RequiredMixRequestBuilderDeleteQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default)
        {
            var requestInfo = ToDeleteRequestInformation(requestConfiguration);
            await RequestAdapter.SendNoContentAsync(requestInfo, default, cancellationToken).ConfigureAwait(false);
        }
        public async Task GetAsync(Action<RequestConfiguration<global::Queries.RequiredMix.RequiredMixRequestBuilder.RequiredMixRequestBuilderGetQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default)
        {
            var requestInfo = ToGetRequestInformation(requestConfiguration);
            await RequestAdapter.SendNoContentAsync(requestInfo, default, cancellationToken).ConfigureAwait(false);
        }
        public RequestInformation ToDeleteRequestInformation(Action<RequestConfiguration<global::Queries.RequiredMix.RequiredMixRequestBuilder.RequiredMixRequestBuilderDeleteQueryParameters>>? requestConfiguration = default)
        {
            var requestInfo = new RequestInformation(Method.DELETE, UrlTemplate, PathParameters);
            requestInfo.Configure(requestConfiguration);
            return requestInfo;
        }
        public RequestInformation ToGetRequestInformation(Action<RequestConfiguration<global::Queries.RequiredMix.RequiredMixRequestBuilder.RequiredMixRequestBuilderGetQueryParameters>>? requestConfiguration = default)
        {
            var requestInfo = new RequestInformation(Method.GET, "{+baseurl}/required-mix?also-must={also%2Dmust}&must={must}{&may*}", PathParameters);
            requestInfo.Configure(requestConfiguration);
            return requestInfo;
        }
        public global::Queries.RequiredMix.RequiredMixRequestBuilder WithUrl(string rawUrl)
        {
            return new global::Queries.RequiredMix.RequiredMixRequestBuilder(rawUrl, RequestAdapter);
        }
        public partial class RequiredMixRequestBuilderDeleteQueryParameters
        {
            [QueryParameter("must")]
            public string? Must { get; set; }
        }
        public partial class RequiredMixRequestBuilderGetQueryParameters
        {
            [QueryParameter("also%2Dmust")]
            public string[]? AlsoMust { get; set; }
            public string? May { get; set; }
            public string? Must { get; set; }
        }
    }
}
