#!/usr/bin/env bash
# Applies each patch to a copy of this tree, one after the other, and reports whether a test turned red; run.sh calls it.
# A patch that doesn't apply, doesn't build or stops the tests from running is an error, not a success.
#
#   eng/mutations/lane.sh [--tests-have-passed] PATCH...
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
source "$root/.ci/trx.sh"
source "$here/header.sh"
source "$here/compile.sh"

# A mutant may leave a parameter unused or a comment wrong; only its behaviour is of interest.
# The compiler stays loaded from one build to the next, which is most of the time of a small one.
build_options=(-p:TreatWarningsAsErrors=false -p:RunAnalyzers=false -p:UseSharedCompilation=true -nologo -v:quiet -clp:ErrorsOnly
    "-p:CustomAfterMicrosoftCommonTargets=$here/compiler.targets")
build_limit=300
test_limit=300
configuration=Debug
framework=net10.0
name='FullyQualifiedName~[A-Za-z0-9_.]+'
only_names="^$name(\\|$name)*\$"

shopt -s nullglob
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
tree=$copy/tree
log=$copy/log
arguments=$copy/arguments
mkdir "$arguments"
build_options+=("-p:CompilerArguments=$arguments")
# settled: the projects whose output holds no mutation.
saved=$copy/saved
declare -A names_of built settled baselines excerpts

# report OUTCOME PATCH TEXT: the one line of a patch, which run.sh counts.
report() { printf '%-6s %s: %s\n' "$1" "$2" "$3"; }

excerpt() { tail -n 15 "$log" | sed -e 's/^/         /' -e '$a\'; }

# build PROJECT: mutations change no project, so what it needs is restored once. What doesn't build is built once more by
# a compiler of its own, so that only the code decides.
build() {
    local restored=()
    [[ -z ${built[$1]:-} ]] || restored=(--no-restore)
    build_once "$1" "${restored[@]}" || build_once "$1" "${restored[@]}" -p:UseSharedCompilation=false
}

# build_once PROJECT OPTION...
build_once() {
    (cd "$tree" && timeout "$build_limit" dotnet build "$1" "${build_options[@]}" "${@:2}") >"$log" 2>&1
}

# run_tests PROJECT FILTER: leaves the results in $trx, which is empty if there are none.
run_tests() {
    local filter=() folder="$tree/$1/bin/$configuration/$framework"
    [[ -z $2 ]] || filter=(--filter "$2")
    rm -rf "$copy/results"
    mkdir "$copy/results"
    if [[ $2 =~ $only_names ]]; then
        # The program of the tests, which asks for no host: it ends with the first failure, which is all that is asked.
        mapfile -t filter < <(tr '|' '\n' <<<"$2" | sed -e 's/^FullyQualifiedName~\(.*\)$/-method\n*\1*/')
        (cd "$folder" && timeout "$test_limit" dotnet exec "$(basename "$1").dll" "${filter[@]}" -stopOnFail \
            -trx "$copy/results/all.trx") >"$log" 2>&1 || true
        # It writes one line, and trx.sh reads one element a line.
        [[ ! -e $copy/results/all.trx ]] || sed -i 's/></>\n</g' "$copy/results/all.trx"
    else
        # The assembly instead of the project: nothing has to be evaluated again.
        (cd "$tree" && timeout "$test_limit" dotnet test "$folder/$(basename "$1").dll" "${filter[@]}" \
            --results-directory "$copy/results" --logger 'trx;LogFileName=results.trx') >"$log" 2>&1 || true
    fi
    trx=("$copy"/results/*.trx)
    executed=$(trx_counter executed "${trx[@]}")
    passed=$(trx_counter passed "${trx[@]}")
}

# baseline PROJECT FILTER: whether these tests pass without a mutation. Looked at once, before the first of a project, so
# that each project is built once for all of its filters. Names are looked at together: that the tests passed in their usual
# host says nothing of their program.
baseline() {
    local tests=$2
    [[ ! $tests =~ $only_names ]] || tests=${names_of[$1]}
    local key="$1|$tests"
    if [[ -z ${baselines[$key]:-} ]]; then
        if [[ -z ${built[$1]:-} ]] && ! build "$1"; then
            baselines[$key]='does not build even without the mutation'
        elif built[$1]=yes; settled[$1]=yes; [[ $tests_have_passed == yes && ! $tests =~ $only_names ]]; then
            baselines[$key]=green
        else
            run_tests "$1" "$tests"
            # A machine may be slow for once.
            [[ $executed -gt 0 && $passed -eq $executed ]] || run_tests "$1" "$tests"
            if [[ $executed -eq 0 ]]; then
                baselines[$key]='runs no test even without the mutation'
            elif [[ $passed -ne $executed ]]; then
                baselines[$key]="is red even without the mutation: $(trx_first_failure "${trx[0]}")"
            else
                baselines[$key]=green
            fi
        fi
        excerpts[$key]=$(excerpt)
    fi
    outcome=${baselines[$key]} told=${excerpts[$key]}
    [[ $outcome == green ]]
}

# try PATCH: reports how it went.
try() {
    local patch=$1 name tests filter drops
    name=$(basename "$patch")
    tests=$(header tests "$patch")
    filter=$(header filter "$patch")
    drops=$(header drops "$patch")

    if [[ -z $tests || -z $drops ]]; then
        report ERROR "$name" "needs the lines '# tests: <project folder>' and '# drops: <guard>' in front of the diff"
        return
    fi
    if [[ ! -d $tree/$tests ]]; then
        report ERROR "$name" "there is no project folder $tests"
        return
    fi
    if ! (cd "$tree" && git apply --whitespace=nowarn --check "$patch") 2>"$log"; then
        report ERROR "$name" 'does not apply; the code has moved on, make the patch anew'
        excerpt
        return
    fi
    if ! baseline "$tests" "$filter"; then
        report ERROR "$name" "$tests ${filter:+($filter) }$outcome"
        printf '%s\n' "$told"
        return
    fi

    if [[ -z ${settled[$tests]:-} ]]; then
        build "$tests" || true
        settled[$tests]=yes
    fi
    (cd "$tree" && git apply --whitespace=nowarn "$patch")
    mutant "$name" "$tests" "$filter" "$drops" "$patch"
    (cd "$tree" && git apply --whitespace=nowarn --reverse "$patch")
    restore
}

# rebuild PROJECT: where compiling is not enough. What it leaves anywhere in the tree holds the mutation.
rebuild() {
    how=built
    restore
    settled=()
    build "$1"
}

# mutant NAME PROJECT FILTER DROPS PATCH: builds and tests the tree as the patch left it. Where guards are about what happens at
# once, a run may miss by chance what another one sees, and a machine may be slow for once: there is a second run, and it shows.
mutant() {
    local again='' how=compiled began=$SECONDS

    if ! compile "$2" "$5" && ! rebuild "$2"; then
        report ERROR "$1" 'does not build; a mutation must compile and misbehave'
        excerpt
        return
    fi
    run_tests "$2" "$3"
    if [[ $executed -eq 0 || $passed -eq $executed ]]; then
        again=', in the second run'
        run_tests "$2" "$3"
    fi
    if [[ $executed -eq 0 ]]; then
        report ERROR "$1" "the tests did not run, or not within $test_limit seconds"
        excerpt
        return
    fi
    if [[ $passed -eq $executed ]]; then
        report GREEN "$1" "$executed tests pass without: $4"
        return
    fi
    report red "$1" "$4 ($((executed - passed)) of $executed failed$again; $(trx_first_failure "${trx[0]}"); $how and tested in $((SECONDS - began)) s)"
}

tests_have_passed=no
if [[ ${1:-} == --tests-have-passed ]]; then
    tests_have_passed=yes
    shift
fi
patches=("$@")

# What git knows or would add, as it is on disk, without build output.
mkdir "$tree"
(cd "$root" && git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done |
    tar --create --null --files-from=- --file=- | tar --extract --directory="$tree" --file=-)

for patch in "${patches[@]}"; do
    tests=$(header tests "$patch")
    filter=$(header filter "$patch")
    [[ -z $tests || ! $filter =~ $only_names ]] || names_of[$tests]+=${names_of[$tests]:+|}$filter
done
# in_time: whether another may begin.
in_time() { [[ -z ${MUTATIONS_UNTIL:-} || $(date +%s) -lt $MUTATIONS_UNTIL ]]; }

for patch in "${patches[@]}"; do
    if in_time; then
        try "$patch"
    else
        report untried "$(basename "$patch")" "$(header drops "$patch")"
    fi
done
