#!/usr/bin/env bash
# Fetches the documents that vendors publish into a folder outside the repository, and tries them: each is generated, compiled with
# warnings as errors, and for each operation a body made of its schema has to come back equal when it was read and written.
#
#   eng/vendors.sh ../vendors            # fetches what is reachable and not there yet, then tries all that is there
#   eng/vendors.sh ../vendors --fetch    # fetches only
#
# The documents belong to their vendors and are never committed. What can't be fetched is said, and left out.
set -euo pipefail
folder=$(mkdir -p "${1:?where to keep the documents}" && cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
case "$folder/" in
  "$PWD"/*) echo "$folder is inside the repository; choose a folder outside." >&2; exit 2 ;;
esac

github=https://raw.githubusercontent.com
while read -r name address; do
  [ -n "$name" ] || continue
  if [ -s "$folder/$name" ]; then
    continue
  fi
  if curl --fail --silent --location --max-time 120 --output "$folder/$name.part" "$address"; then
    mv "$folder/$name.part" "$folder/$name"
    echo "fetched      $name"
  else
    rm -f "$folder/$name.part"
    echo "not reached  $name  $address"
  fi
done <<LIST
adyen-checkout.yaml       $github/Adyen/adyen-openapi/main/yaml/CheckoutService-v71.yaml
asana.yaml                $github/Asana/openapi/master/defs/asana_oas.yaml
atlassian-jira.json       https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json
atlassian-trello.json     https://developer.atlassian.com/cloud/trello/swagger.v3.json
bitbucket.json            https://api.bitbucket.org/swagger.json
box.json                  $github/box/box-openapi/main/openapi.json
cloudflare.yaml           $github/cloudflare/api-schemas/main/openapi.yaml
commercetools.yaml        $github/commercetools/commercetools-api-reference/main/oas/api/openapi.yaml
datadog.yaml              $github/DataDog/datadog-api-client-go/master/.generator/schemas/v1/openapi.yaml
discord.json              $github/discord/discord-api-spec/main/specs/openapi.json
docker.yaml               $github/moby/moby/master/api/swagger.yaml
docusign-esign.json       $github/docusign/OpenAPI-Specifications/master/esignature.rest.swagger-v2.1.json
docusign-rooms.json       $github/docusign/OpenAPI-Specifications/master/rooms.rest.swagger-v2.json
docusign-webforms.json    $github/docusign/OpenAPI-Specifications/master/webforms.rest.swagger-v1.1.0.json
figma.yaml                $github/figma/rest-api-spec/main/openapi/openapi.yaml
github.json               $github/github/rest-api-description/main/descriptions/api.github.com/api.github.com.json
gitlab.yaml               https://gitlab.com/gitlab-org/gitlab/-/raw/master/doc/api/openapi/openapi.yaml
grafana.json              $github/grafana/grafana/main/public/openapi3.json
immich.json               $github/immich-app/immich/main/open-api/immich-openapi-specs.json
intercom.yaml             $github/intercom/Intercom-OpenAPI/main/descriptions/2.11/api.intercom.io.yaml
kratos.json               $github/ory/kratos/master/spec/api.json
kubernetes.json           $github/kubernetes/kubernetes/master/api/openapi-spec/swagger.json
linode.yaml               $github/linode/linode-api-docs/development/openapi.yaml
mailchimp.json            https://api.mailchimp.com/schema/3.0/Swagger.json
meraki.json               $github/meraki/openapi/master/openapi/spec3.json
netlify.yaml              $github/netlify/open-api/master/swagger.yml
okta.yaml                 $github/okta/okta-management-openapi-spec/master/dist/current/management-minimal.yaml
openai.yaml               $github/openai/openai-openapi/master/openapi.yaml
pagerduty.json            $github/PagerDuty/api-schema/main/reference/REST/openapiv3.json
paypal-orders.json        $github/paypal/paypal-rest-api-specifications/main/openapi/checkout_orders_v2.json
paypal-subscriptions.json $github/paypal/paypal-rest-api-specifications/main/openapi/billing_subscriptions_v1.json
petstore.yaml             $github/swagger-api/swagger-petstore/master/src/main/resources/openapi.yaml
plaid.yml                 $github/plaid/plaid-openapi/master/2020-09-14.yml
qdrant.json               $github/qdrant/qdrant/master/docs/redoc/master/openapi.json
sendgrid-mail.json        $github/twilio/sendgrid-oai/main/spec/json/tsg_mail_v3.json
slack.json                $github/slackapi/slack-api-specs/master/web-api/slack_web_openapi_v2.json
spotify.yaml              https://developer.spotify.com/reference/web-api/open-api-schema.yaml
square.json               $github/square/connect-api-specification/master/api.json
stripe.json               $github/stripe/openapi/master/openapi/spec3.json
svix.json                 $github/svix/svix-webhooks/main/server/openapi.json
twilio.json               $github/twilio/twilio-oai/main/spec/json/twilio_api_v2010.json
vercel.json               https://openapi.vercel.sh
xero-accounting.yaml      $github/XeroAPI/Xero-OpenAPI/master/xero_accounting.yaml
LIST

if [ "${2:-}" = --fetch ]; then
  exit
fi

# One after the other: some need gigabytes to compile.
dotnet build tests/DirectJson.Tests
program=$PWD/tests/DirectJson.Tests/bin/Debug/net10.0/DirectJson.Tests.dll
mkdir -p "$folder/.one"
failed=0
for document in $(ls -Sr "$folder"/*.json "$folder"/*.yaml "$folder"/*.yml 2> /dev/null); do
  [ -s "$document" ] || continue
  rm -f "$folder"/.one/*
  ln "$document" "$folder/.one/" 2> /dev/null || cp "$document" "$folder/.one/"
  if CI=true PARITY_DOCUMENTS="$folder/.one" nice dotnet exec "$program" -class DirectJson.Tests.RoundTripTests > "$folder/.one.log" 2>&1; then
    echo "equal        $(basename "$document")"
  else
    failed=$((failed + 1))
    echo "DIFFERS      $(basename "$document")"
    sed -n '/FAIL/,/Stack Trace/p' "$folder/.one.log" | head -60
  fi
done
rm -rf "$folder/.one" "$folder/.one.log"
exit $((failed > 0))
