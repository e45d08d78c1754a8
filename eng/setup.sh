#!/usr/bin/env bash
# Installs, on Debian and what derives from it, what the tests use beyond the .NET SDK; without it they leave out a part
# and say so. What is there already is left alone. tests/Requirements is the list that this follows.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null

# has PROGRAM...: whether one of them is on the PATH.
has() {
    local program
    for program in "$@"; do
        [[ -z $(type -P "$program") ]] || return 0
    done
    return 1
}
# The runtime alone comes without what libraries for .NET Standard refer to.
has_mono() { has mono && [[ -e /usr/lib/mono/4.5/Facades/netstandard.dll ]]; }
has_icu() { compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null; }
has_postgresql() { has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

packages=()
[[ -n ${CHROME_BIN:-} ]] || has chromium chromium-browser google-chrome google-chrome-stable microsoft-edge || packages+=(chromium)
has git || packages+=(git)
has bash || packages+=(bash)
has_icu || packages+=(libicu-dev)
has clang gcc || packages+=(gcc)
has_mono || packages+=(mono-devel)
# Tests start servers of their own; those of the packages are neither needed nor in the way.
has redis-server || packages+=(redis-server)
has_postgresql || packages+=(postgresql)

if [[ ${#packages[@]} -gt 0 ]]; then
    if ! has apt-get; then
        printf 'There is no apt-get here. Install these by hand: %s\n' "${packages[*]}" >&2
        exit 1
    fi
    as_root=()
    [[ $(id -u) -eq 0 ]] || as_root=(sudo)
    printf 'Installing %s\n' "${packages[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}"
fi

# Into the user's package cache, as any package of a project.
if ! has dotnet; then
    printf 'There is no dotnet on the PATH. Install the .NET 10 SDK: https://dotnet.microsoft.com/download\n' >&2
    exit 1
fi
dotnet tool restore
