#!/usr/bin/env bash
# Runs tests as on a machine that has the .NET SDK and nothing else: they must pass, and skip what they can't do. The projects
# that ask for something (tests/Requirements) must have been built: this builds nothing.
#
#   eng/fresh-machine.sh                                all of them
#   eng/fresh-machine.sh tests/CrmPortal.Tests …        these
#
# As root on Linux, files at fixed places are hidden too; as anybody else, only what is found by variables.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null

if [[ ${1:-} != --hidden ]] && unshare --mount true 2>/dev/null; then
    exec unshare --mount "$BASH" eng/fresh-machine.sh --hidden "$@"
fi
source .ci/trx.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/path" "$work/home" "$work/nothing"
touch "$work/no-file"
ln -s "$(readlink -f "$(type -P dotnet)")" "$work/path/dotnet"
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}

# Neither a PATH with anything else, nor the tools and caches of this user but NuGet's packages, nor a network to get them by.
bare=(env -i "PATH=$work/path" "HOME=$work/home" "NUGET_PACKAGES=$packages" "TMPDIR=${TMPDIR:-/tmp}"
    HTTPS_PROXY=http://127.0.0.1:9 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1)

if [[ ${1:-} == --hidden ]]; then
    shift
    shopt -s nullglob
    for file in /usr/bin/{chromium,chromium-browser,google-chrome,google-chrome-stable,microsoft-edge,microsoft-edge-stable} \
        /usr/lib/chromium/chromium /snap/bin/chromium /opt/google/chrome/chrome /opt/microsoft/msedge/msedge \
        /usr/lib/*/libicu*.so.* /usr/bin/{git,node,npm,openssl,curl,kill,cat,python3,redis-server}; do
        [[ ! -s $file ]] || mount --bind "$work/no-file" "$(readlink -f "$file")"
    done
    for folder in /usr/share/zoneinfo /usr/lib/postgresql "$packages/microsoft.openapi.kiota"; do
        [[ ! -d $folder ]] || mount --bind "$work/nothing" "$folder"
    done
    # .NET itself asks for it where ICU is missing.
    bare+=(DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1)
else
    printf 'Files at fixed places stay visible: hiding them takes root and Linux.\n'
    bare+=(CHROME_BIN="$work/no-browser")
fi

# What each project is worth: only the tests that ask, where the others take long.
declare -A filters=(
    [tests/SieSmart.Generators.Tests]=FullyQualifiedName~CultureTests
    [tests/Reliability.Tests]=FullyQualifiedName~RetryAfterTests.A_caller
    [tests/SharedBudgets.Tests]='FullyQualifiedName~SharedBudgetTests|FullyQualifiedName~BudgetFileTests'
    [tests/NightlySync.Tests]='FullyQualifiedName~StopTests|FullyQualifiedName~KillTests'
)
projects=("$@")
if [[ ${#projects[@]} -eq 0 ]]; then
    mapfile -t projects < <(grep -l 'Requirements/Requirements.csproj' tests/*/*.csproj | xargs -n 1 dirname | grep -v '/Requirements.Tests$')
fi

wrong=0
skipped=0
for project in "${projects[@]}"; do
    project=${project%/}
    name=$(basename "$project")
    filter=()
    [[ -z ${filters[$project]:-} ]] || filter=(--filter "${filters[$project]}")
    log=$work/$name.log
    "${bare[@]}" "$work/path/dotnet" test "$project" --no-build --nologo "${filter[@]}" \
        --results-directory "$work/results/$name" --logger 'trx;LogFileName=results.trx' >"$log" 2>&1 || true
    trx=("$work/results/$name/results.trx")
    [[ -e ${trx[0]} ]] || trx=()
    total=$(trx_counter total "${trx[@]}")
    executed=$(trx_counter executed "${trx[@]}")
    passed=$(trx_counter passed "${trx[@]}")
    printf '%-28s %5d passed %5d failed %5d skipped\n' "$name" "$passed" $((executed - passed)) $((total - executed))
    grep 'Left out of' "$log" || true
    skipped=$((skipped + total - executed))
    if [[ $total -eq 0 || $executed -ne $passed ]]; then
        wrong=$((wrong + 1))
        tail -n 40 "$log"
    fi
done

if [[ $wrong -gt 0 ]]; then
    printf '%d of %d projects need more than the .NET SDK: what they ask for belongs into tests/Requirements.\n' "$wrong" "${#projects[@]}"
    exit 1
fi
if [[ $# -eq 0 && $skipped -eq 0 ]]; then
    printf 'Nothing was skipped, so nothing was hidden.\n'
    exit 1
fi
