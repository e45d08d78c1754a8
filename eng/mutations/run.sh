#!/usr/bin/env bash
# Requires that a test turns red for each patch. There is a lane for each processor, with projects of its own, so that
# nothing is built twice: lane.sh does the work.
#
#   eng/mutations/run.sh                            all patches
#   eng/mutations/run.sh a.patch …                  these
#   eng/mutations/run.sh --tests-have-passed …      whoever calls has just run all tests
#
# With MUTATIONS_UNTIL, in seconds since 1970, none begins after that time; those are counted as not tried, and are others with
# each commit.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/header.sh"

shopt -s nullglob
logs=$(mktemp -d)
# The compiler of a developer's machine serves other builds, too.
trap 'rm -rf "$logs"; [[ ${CI:-} != true ]] || dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1' EXIT

options=()
if [[ ${1:-} == --tests-have-passed ]]; then
    options+=("$1")
    shift
fi
if [[ $# -gt 0 ]]; then
    mapfile -t patches < <(realpath -- "$@")
else
    patches=("$here"/*.patch)
fi

# A patch that names no project can go anywhere: its lane reports it.
declare -A patches_of
for patch in "${patches[@]}"; do
    project=$(header tests "$patch")
    patches_of[${project:-none}]+="$patch"$'\n'
done

# The projects with most patches first, each to the lane that has the fewest.
declare -a lanes counts
for ((lane = 0; lane < $(nproc); lane++)); do
    lanes[lane]=''
    counts[lane]=0
done
while read -r count project; do
    fewest=0
    for lane in "${!lanes[@]}"; do
        [[ ${counts[lane]} -ge ${counts[fewest]} ]] || fewest=$lane
    done
    lanes[fewest]+="$project"$'\n'
    counts[fewest]=$((counts[fewest] + count))
done < <(for project in "${!patches_of[@]}"; do printf '%d %s\n' "$(grep -c . <<<"${patches_of[$project]}")" "$project"; done | sort -k 1nr -k 2)

# shuffled: lines in an order that is another for each commit, and the same for each run of one.
commit=$(git -C "$here" rev-parse HEAD 2>/dev/null || echo none)
shuffled() {
    local line
    while read -r line; do printf '%s %s\n' "$(cksum <<<"$commit $line" | cut -d ' ' -f 1)" "$line"; done | sort -n | cut -d ' ' -f 2-
}

for lane in "${!lanes[@]}"; do
    [[ -n ${lanes[lane]} ]] || continue
    mapfile -t mine < <(printf '%s' "${lanes[lane]}" | shuffled | while read -r project; do printf '%s' "${patches_of[$project]}"; done)
    "$here/lane.sh" "${options[@]}" "${mine[@]}" 2>&1 | tee "$logs/$lane" &
done
wait

# count PATTERN: lines of all lanes.
count() { cat "$logs"/* | grep -c -E "$1" || true; }

# Said again at the end, where nobody overlooks it.
printf '\nNot red, or red in the second run only:\n'
grep -h -E '^(GREEN|ERROR) |, in the second run; ' "$logs"/* || echo none

red=$(count '^red ')
untried=$(count '^untried ')
missed=$((${#patches[@]} - red - untried))
silent=$((${#patches[@]} - untried - $(count '^(red|GREEN|ERROR) ')))
[[ $silent -eq 0 ]] || printf 'ERROR  %d without a result: a lane ended early, see above\n' "$silent"

[[ $untried -eq 0 ]] || printf 'untried %d, for want of time\n' "$untried"
printf '%d red, %d not\n' "$red" "$missed"
[[ $missed -eq 0 ]]
