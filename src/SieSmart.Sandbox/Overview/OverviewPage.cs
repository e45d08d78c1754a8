using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using SieSmart.Sandbox.Paths;
using SieSmart.Sandbox.Proposals;
using SieSmart.Sandbox.Tracing;

namespace SieSmart.Sandbox.Overview;

/// <summary>Writes the page. It reads without a script; with one, what happens is renewed every two seconds.</summary>
internal sealed class OverviewPage(OverviewState state, Uri address, string nonce)
{
    private readonly StringBuilder _html = new();

    /// <param name="done">What was just done, for its reader; null for nothing.</param>
    public string Write(string? done)
    {
        Add($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>SieSmart sandbox</title>
            <link rel="icon" href="data:,">
            <style nonce="{nonce}">{OverviewStyle.Text}</style>
            </head>
            <body>
            <header><h1>SieSmart sandbox</h1><p>A local SieSmart B2B API, with made-up data. ETags come with {ETagAnswers}.</p></header>
            <main>
            """);
        if (!string.IsNullOrEmpty(done))
        {
            Add($"""<p class="notice" role="status">{Text(done)}</p>""");
        }

        WriteAccess();
        WriteActions();
        Add("""<div id="live">""");
        WriteLive();
        Add($$"""
            </div>
            </main>
            <script nonce="{{nonce}}">{{OverviewStyle.Script}}</script>
            </body>
            </html>
            """);
        return _html.ToString();
    }

    /// <summary>Writes only what happens, for who has the rest of the page already.</summary>
    public string WriteLive()
    {
        WriteBudget();
        WriteProposals();
        WriteRequests();
        return _html.ToString();
    }

    private string ETagAnswers => state.Options.ETags.HasFlag(Versions.ETagOptions.OnWrites)
        ? "every answer that has a proposal"
        : "the answers to create and read only, as documented";

    private void WriteAccess()
    {
        var options = state.Options;
        Add("""<section class="card" aria-labelledby="access"><h2 id="access">Addresses and credentials</h2><dl>""");
        Define("Base address", new Uri(address, ApiPath.Base).ToString());
        Define("Token endpoint", new Uri(address, ApiPath.Token).ToString());
        Define("Audience", SandboxOptions.Audience);
        Define("Client id", options.ClientId);
        Define("Client secret", options.ClientSecret);
        Define("Client id, may only read", options.ReadOnlyClientId);
        Define("Its secret", options.ReadOnlyClientSecret);
        Add($"""
            </dl>
            <p class="hint">A click selects a value as a whole. The description is <a href="{ApiPath.Description}">openapi.yaml</a>, version {Text(state.DescriptionVersion)}.</p>
            </section>
            """);
    }

    private void WriteActions()
    {
        var endpoint = state.Endpoints.Select(known => known.BasePath.ToString()).FirstOrDefault() ?? "http://127.0.0.1:5070";
        Add($"""
            <section class="card" aria-labelledby="actions"><h2 id="actions">Let something happen</h2>
            <div class="actions">
            <form method="post" action="/sandbox/page/database-refresh"><button>Refresh the database</button><span class="hint">All proposals are gone.</span></form>
            <form method="post" action="/sandbox/page/token-revocation"><button>Revoke all tokens</button><span class="hint">The next request gets 401.</span></form>
            <form method="post" action="/sandbox/page/fault">
            <label>Fault <select name="fault">{string.Concat(OfferedFault.All.Select(fault => $"""<option value="{Text(fault.Key)}">{Text(fault.Label)}</option>"""))}</select></label>
            <label>Times <input name="times" value="1" inputmode="numeric" size="4"></label>
            <button>Plan the fault</button>
            </form>
            <form method="post" action="/sandbox/page/faults-removal"><button>Forget planned faults</button><span class="hint">Planned now: {state.PlannedFaults}.</span></form>
            <form method="post" action="/sandbox/page/webhook">
            <label class="wide">Webhook <input name="address" value="{Text(endpoint)}"></label>
            <button>Send a test webhook</button>
            </form>
            </div>
            </section>
            """);
    }

    private void WriteBudget()
    {
        var limit = state.Options.RequestsPerWindow;
        Add($"""<section class="card" aria-labelledby="budget"><h2 id="budget">Budget: {limit} requests in {Number(state.Options.RateLimitWindow.TotalSeconds)} s for each address</h2>""");
        var windows = state.Windows;
        if (windows.Count == 0)
        {
            Add("""<p class="none">Nothing was sent in the current window.</p>""");
        }

        foreach (var (caller, count, next) in windows)
        {
            Add($"""
                <p class="budget"><meter min="0" max="{limit}" high="{Math.Max(1, limit - (limit / 10))}" optimum="0" value="{count}" aria-label="Used by {caller}"></meter>
                <span>{caller}: {count} of {limit} used{(count == limit ? $", the next one in {Number(Math.Ceiling(next.TotalSeconds))} s" : string.Empty)}</span></p>
                """);
        }

        Add("</section>");
    }

    private void WriteProposals()
    {
        Add("""<section class="card" aria-labelledby="proposals"><h2 id="proposals">Proposals</h2>""");
        var proposals = state.Proposals;
        if (proposals.Count == 0)
        {
            Add("""<p class="none">There are none. Create one, or see the log below.</p></section>""");
            return;
        }

        Add("""<div class="scroll" tabindex="0" role="group" aria-labelledby="proposals"><table><thead><tr><th scope="col">Number</th><th scope="col">Label</th><th scope="col">Customer</th><th scope="col">Status</th><th scope="col">Version (ETag)</th></tr></thead><tbody>""");
        foreach (var (proposal, etag) in proposals)
        {
            Add($"""<tr><th scope="row">{proposal.Id}</th><td>{Text(proposal.Label)}</td><td>{Text(CustomerOf(proposal))}</td><td>{Text(StatusOf(proposal))}</td><td><code>{Text(etag)}</code></td></tr>""");
        }

        Add("</tbody></table></div></section>");
    }

    private void WriteRequests()
    {
        Add("""<section class="card" aria-labelledby="requests"><h2 id="requests">The last 100 requests</h2>""");
        var requests = state.Requests;
        if (requests.Count == 0)
        {
            Add("""<p class="none">Nobody has called yet.</p></section>""");
            return;
        }

        Add("""<div class="scroll" tabindex="0" role="group" aria-labelledby="requests"><table class="log"><thead><tr><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">If-Match → ETag</th><th scope="col" class="number">ms</th><th scope="col">Why, fault</th><th scope="col">Trace id</th></tr></thead><tbody>""");
        foreach (var request in requests)
        {
            WriteRequest(request);
        }

        Add("</tbody></table></div></section>");
    }

    private void WriteRequest(RecordedRequest request)
    {
        var time = TimeZoneInfo.ConvertTime(request.Time, state.Options.TimeProvider.LocalTimeZone);
        var kind = request.Status switch { null or >= 500 => "bad", >= 400 => "warn", _ => "good" };
        var versions = request.IfMatch is null && request.ETag is null
            ? string.Empty
            : $"<code>{Text(request.IfMatch ?? "–")}</code> → <code>{Text(request.ETag ?? "–")}</code>";
        var why = string.Join(" ", new[] { request.Fault is { } fault ? $"""<span class="tag">fault: {Text(fault.Description)}</span>""" : null, Text(request.Reason) }.OfType<string>());
        Add($"""
            <tr><td><time datetime="{time:O}">{time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}</time></td>
            <th scope="row"><span class="verb">{Text(request.Method)}</span> {Text(request.Path)}</th>
            <td><span class="status {kind}">{request.Status?.ToString(CultureInfo.InvariantCulture) ?? "none"}</span></td>
            <td>{versions}</td><td class="number">{Number(request.Duration.TotalMilliseconds)}</td><td>{why}</td><td><code class="trace">{Text(request.TraceId)}</code></td></tr>
            """);
    }

    private void Define(string name, string value) => Add($"""<div><dt>{Text(name)}</dt><dd><code class="copy">{Text(value)}</code></dd></div>""");

    private static string CustomerOf(StoredProposal proposal) =>
        proposal.Customer is { } customer && customer.TryGetProperty("companyName", out var name) && name.ValueKind == System.Text.Json.JsonValueKind.String ? name.GetString()! : string.Empty;

    private static string StatusOf(StoredProposal proposal) => proposal.Decision?.Shown.DecisionStatus ?? proposal.CreditStatus;

    private static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? string.Empty);

    private void Add(string html) => _html.Append(html).Append('\n');
}
