#!/usr/bin/env bash
# Fetches the documents that vendors publish into a folder outside the repository, and tries them: each is generated, compiled with
# warnings as errors, and for each operation a body made of its schema has to come back equal when it was read and written.
#
#   eng/vendors.sh DIR                        # fetches what is reachable and not there yet, then tries all that is there
#   eng/vendors.sh DIR --fetch                # fetches only
#   eng/vendors.sh DIR --from CLONES          # takes them from clones of the vendors' repositories: CLONES/<owner>+<name>, or CLONES/<name>
#   eng/vendors.sh DIR box.json asana.yaml    # tries these
#
# The documents belong to their vendors and are never committed. What can't be fetched is said, and left out. What came of each is kept in
# DIR/results.tsv, and docs/vendors.md is the table of it.
set -euo pipefail
folder=$(mkdir -p "${1:?where to keep the documents}" && cd "$1" && pwd)
shift
only= clones= chosen=()
while [ $# -gt 0 ]; do
  case $1 in
    --fetch) only=fetch ;;
    --from) shift; clones=$(cd "${1:?where the clones are}" && pwd) ;;
    *) chosen+=("$1") ;;
  esac
  shift
done
cd "$(dirname "${BASH_SOURCE[0]}")/.."
case "$folder/" in
  "$PWD"/*) echo "$folder is inside the repository; choose a folder outside." >&2; exit 2 ;;
esac

# How long a few documents may take together; a machine that does other things needs more.
minutes=${VENDORS_MINUTES:-30}
github=https://raw.githubusercontent.com
list=$(cat <<LIST
adyen-checkout.yaml          $github/Adyen/adyen-openapi/main/yaml/CheckoutService-v71.yaml
adyen-management.json        $github/Adyen/adyen-openapi/main/json/ManagementService-v3.json
asana.yaml                   $github/Asana/openapi/master/defs/asana_oas.yaml
atlassian-jira.json          https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json
atlassian-trello.json        https://developer.atlassian.com/cloud/trello/swagger.v3.json
bitbucket.json               https://api.bitbucket.org/swagger.json
box-2025.json                $github/box/box-openapi/main/openapi/openapi-v2025.0.json
box.json                     $github/box/box-openapi/main/openapi.json
cloudflare.yaml              $github/cloudflare/api-schemas/main/openapi.yaml
commercetools-checkout.yaml  $github/commercetools/commercetools-api-reference/main/oas/checkout/openapi.yaml
commercetools-history.yaml   $github/commercetools/commercetools-api-reference/main/oas/history/openapi.yaml
commercetools-import.yaml    $github/commercetools/commercetools-api-reference/main/oas/import/openapi.yaml
commercetools.yaml           $github/commercetools/commercetools-api-reference/main/oas/api/openapi.yaml
datadog.yaml                 $github/DataDog/datadog-api-client-go/master/.generator/schemas/v1/openapi.yaml
discord.json                 $github/discord/discord-api-spec/main/specs/openapi.json
docker.yaml                  $github/moby/moby/master/api/swagger.yaml
docusign-admin.json          $github/docusign/OpenAPI-Specifications/master/admin.rest.swagger-v2.1.json
docusign-click.json          $github/docusign/OpenAPI-Specifications/master/click.rest.swagger-v1.json
docusign-esign.json          $github/docusign/OpenAPI-Specifications/master/esignature.rest.swagger-v2.1.json
docusign-rooms.json          $github/docusign/OpenAPI-Specifications/master/rooms.rest.swagger-v2.json
docusign-webforms.json       $github/docusign/OpenAPI-Specifications/master/webforms.rest.swagger-v1.1.0.json
figma.yaml                   $github/figma/rest-api-spec/main/openapi/openapi.yaml
github.json                  $github/github/rest-api-description/main/descriptions/api.github.com/api.github.com.json
gitlab.yaml                  https://gitlab.com/gitlab-org/gitlab/-/raw/master/doc/api/openapi/openapi.yaml
grafana.json                 $github/grafana/grafana/main/public/openapi3.json
immich.json                  $github/immich-app/immich/main/open-api/immich-openapi-specs.json
intercom.yaml                $github/intercom/Intercom-OpenAPI/main/descriptions/2.11/api.intercom.io.yaml
kratos.json                  $github/ory/kratos/master/spec/api.json
kubernetes.json              $github/kubernetes/kubernetes/master/api/openapi-spec/swagger.json
linode.yaml                  $github/linode/linode-api-docs/development/openapi.yaml
mailchimp-transactional.json $github/mailchimp/mailchimp-client-lib-codegen/main/spec/transactional.openapi.json
mailchimp.json               https://api.mailchimp.com/schema/3.0/Swagger.json
meraki.json                  $github/meraki/openapi/master/openapi/spec3.json
netlify.yaml                 $github/netlify/open-api/master/swagger.yml
okta-legacy.json             $github/okta/okta-management-openapi-spec/master/dist/legacy-v1-swagger/spec.json
okta.yaml                    $github/okta/okta-management-openapi-spec/master/dist/current/management-minimal.yaml
openai.yaml                  $github/openai/openai-openapi/master/openapi.yaml
pagerduty-jira.json          $github/PagerDuty/api-schema/main/reference/integration-jira-cloud/openapiv3.json
pagerduty-scim.json          $github/PagerDuty/api-schema/main/reference/scim/openapiv3.json
pagerduty.json               $github/PagerDuty/api-schema/main/reference/REST/openapiv3.json
paypal-disputes.json         $github/paypal/paypal-rest-api-specifications/main/openapi/customer_disputes_v1.json
paypal-orders.json           $github/paypal/paypal-rest-api-specifications/main/openapi/checkout_orders_v2.json
paypal-subscriptions.json    $github/paypal/paypal-rest-api-specifications/main/openapi/billing_subscriptions_v1.json
petstore.yaml                $github/swagger-api/swagger-petstore/master/src/main/resources/openapi.yaml
plaid.yml                    $github/plaid/plaid-openapi/master/2020-09-14.yml
qdrant.json                  $github/qdrant/qdrant/master/docs/redoc/master/openapi.json
sendgrid-mail.json           $github/twilio/sendgrid-oai/main/spec/json/tsg_mail_v3.json
slack.json                   $github/slackapi/slack-api-specs/master/web-api/slack_web_openapi_v2.json
spotify.yaml                 https://developer.spotify.com/reference/web-api/open-api-schema.yaml
square.json                  $github/square/connect-api-specification/master/api.json
stripe.json                  $github/stripe/openapi/master/openapi/spec3.json
svix.json                    $github/svix/svix-webhooks/main/server/openapi.json
twilio-verify.json           $github/twilio/twilio-oai/main/spec/json/twilio_verify_v2.json
twilio.json                  $github/twilio/twilio-oai/main/spec/json/twilio_api_v2010.json
vercel.json                  https://openapi.vercel.sh
xero-accounting.yaml         $github/XeroAPI/Xero-OpenAPI/master/xero_accounting.yaml
LIST
)

# The git directory of a clone, bare or not; nothing if there is none.
clone_of() {
  local place
  for place in "$clones/$1+$2" "$clones/$2"; do
    for place in "$place/repo/.git" "$place/repo" "$place/.git" "$place"; do
      if [ -d "$place/objects" ]; then
        echo "$place"
        return
      fi
    done
  done
}

take() {
  local owner name path clone
  if [ -z "$clones" ]; then
    curl --fail --silent --location --max-time 120 --output "$1" "$2"
    return
  fi
  IFS=/ read -r owner name _ path <<< "${2#"$github/"}"
  clone=$(clone_of "$owner" "$name")
  [ -n "$clone" ] && git --git-dir="$clone" show "HEAD:$path" > "$1" 2> /dev/null
}

while read -r name address; do
  if [ -s "$folder/$name" ]; then
    continue
  fi
  if take "$folder/$name.part" "$address" && [ -s "$folder/$name.part" ]; then
    mv "$folder/$name.part" "$folder/$name"
    echo "fetched      $name"
  else
    rm -f "$folder/$name.part"
    echo "not reached  $name  $address"
  fi
done <<< "$list"

if [ "$only" = fetch ]; then
  exit
fi

# A few in one process, small ones first: the compiler is warm after the first, and the largest need gigabytes.
[ -n "${VENDORS_TESTS:-}" ] || dotnet build tests/DirectJson.Tests
program=${VENDORS_TESTS:-$PWD/tests/DirectJson.Tests/bin/Debug/net10.0/DirectJson.Tests.dll}
most=4000000
results=$folder/results.tsv
touch "$results"
failed=0

try() {
  [ $# -gt 0 ] || return 0
  local document name row
  rm -rf "$folder/.few" && mkdir "$folder/.few"
  for document in "$@"; do
    ln -s "$folder/$document" "$folder/.few/$document"
  done
  rm -f "$folder/.rows"
  CI=true ROUND_TRIP_RESULTS="$folder/.rows" PARITY_DOCUMENTS="$folder/.few" nice timeout "${minutes}m" \
    dotnet exec "$program" -class DirectJson.Tests.RoundTripTests > "$folder/.few.log" 2>&1 || sed -n '/FAIL/,/Stack Trace/p' "$folder/.few.log" | cut -c -400 | head -60
  for document in "$@"; do
    name=${document%.*}
    row=$(grep -s "^$name"$'\t' "$folder/.rows" || echo "$name"$'\t-\t-\t'"not tried within $minutes minutes")
    { grep -v "^$name"$'\t' "$results" || true; echo "$row"; } > "$results.new"
    mv "$results.new" "$results"
    [[ $row == *$'\tequal' ]] || failed=$((failed + 1))
    echo "$row"
  done
  rm -rf "$folder/.few" "$folder/.few.log" "$folder/.rows"
}

few=() size=0
if [ ${#chosen[@]} -eq 0 ]; then
  mapfile -t chosen < <(cd "$folder" && ls -Sr -- *.json *.yaml *.yml 2> /dev/null)
fi
for document in "${chosen[@]}"; do
  size=$((size + $(stat -Lc %s "$folder/$document")))
  if [ "$size" -gt $most ]; then
    try "${few[@]}"
    few=() size=$(stat -Lc %s "$folder/$document")
  fi
  few+=("$document")
done
try "${few[@]}"

# The table is what was seen last of each document.
page=docs/vendors.md
{
  sed '/^<!-- vendors -->$/q' "$page"
  echo
  echo "| Document | Published at | Operations | Bodies | Came back |"
  echo "|---|---|---|---|---|"
  while read -r name address; do
    row=$(grep "^${name%.*}"$'\t' "$results" || true)
    if [ -n "$row" ]; then
      IFS=$'\t' read -r _ operations bodies result <<< "$row"
      place=${address#"$github/"}
      echo "| \`$name\` | \`${place#https://}\` | $operations | $bodies | $result |"
    fi
  done <<< "$list"
  echo
  sed -n '/^<!-- end of vendors -->$/,$p' "$page"
} > "$folder/.page"
mv "$folder/.page" "$page"
exit $((failed > 0))
