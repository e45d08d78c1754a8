using Azure.Core;
using Consumers;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SieSmart;
using SieSmart.Runtime;

var credential = DelegatedTokenCredential.Create((_, _) => throw new NotSupportedException(), async (_, _) => new AccessToken(await Sandbox.FetchTokenAsync(), DateTimeOffset.MaxValue));
var authentication = new AzureIdentityAuthenticationProvider(credential, scopes: ["b2b"]);
using var http = new HttpClient(new OperationContextHandler("X-B2B-TRACE-ID") { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } });
var kiota = new HttpClientRequestAdapter(authentication, httpClient: http) { BaseUrl = Sandbox.Setting("BaseAddress") };
Console.WriteLine(await Story.TellAsync(new SieSmartClient(new OperationRequestAdapter(kiota))));
