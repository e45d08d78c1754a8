namespace SieSmart.Sandbox.Tool;

/// <summary>What the tool says when it has started.</summary>
internal static class Welcome
{
    public static string Text(SandboxServer sandbox) => $$"""
        SieSmart sandbox: {{sandbox.OverviewAddress}} shows what happens

          Base address    {{sandbox.BaseAddress}}
          Token endpoint  {{sandbox.TokenEndpoint}}
          Audience        {{SandboxOptions.Audience}}
          Client id       {{sandbox.ClientId}}         (may only read: {{sandbox.ReadOnlyClientId}})
          Client secret   {{sandbox.ClientSecret}}  (may only read: {{sandbox.ReadOnlyClientSecret}})

        Try:

          TOKEN=$(curl -s {{sandbox.TokenEndpoint}} -H 'Content-Type: application/json' -d '{
            "grant_type": "client_credentials", "audience": "{{SandboxOptions.Audience}}",
            "client_id": "{{sandbox.ClientId}}", "client_secret": "{{sandbox.ClientSecret}}" }' | sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/')

          curl -si {{sandbox.BaseAddress}}/proposals/proposal -H "Authorization: Bearer $TOKEN" \
            -H 'Content-Type: application/json' -d '{ "officeId": 1001 }'

          curl -si -X POST {{sandbox.AdministrationAddress}}/database-refresh     # all proposals are gone
          curl -si -X POST {{sandbox.AdministrationAddress}}/token-revocation     # all tokens are void

        --help lists the options. Ctrl+C stops.

        """;
}
