using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using SieSmart.Runtime;

namespace QuickStart.Calls;

/// <summary>Notes every call. The client attaches an <see cref="OperationContext"/> to each request, and fills it in.</summary>
internal sealed class CallRecorder(CallLog calls) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A handler of the client sees each attempt before it is sent; the first stands for the call.
        if (request.GetRequestOption<OperationContext>() is { Attempts: 0, Operation: { } operation } context)
        {
            calls.Add(new Call(operation.Method, PathBelowBase(request.RequestUri!, operation), context));
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static string PathBelowBase(Uri address, OperationDescription operation)
    {
        var depth = operation.PathTemplate.Count(character => character == '/');
        return $"/{string.Join('/', address.AbsolutePath.Split('/')[^depth..])}";
    }
}
