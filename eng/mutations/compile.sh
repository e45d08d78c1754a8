# Compiles a mutant without MSBuild, in a second instead of ten. Sourced by lane.sh.
#
# A build keeps what it told the compiler (compiler.targets): $arguments has a response file and a folder for each project and
# framework. Where a mutation is within methods, the public surface stays as it is, and then a build would do nothing but
# compile that one project and copy it. Everything else is left to a build.

compiler=$(dirname "$(readlink -f "$(type -P dotnet)")")/sdk/$(cd "$root" && dotnet --version)/Roslyn/bincore/csc.dll

# compile PROJECT PATCH: whether the output of PROJECT, a folder of tests, now holds what the patch left. restore undoes it.
compile() {
    local file kept kepts=() folder found
    while read -r file; do
        [[ $file == *.cs ]] || return 1
        found=no
        for kept in "$arguments"/*.rsp; do
            folder=$(<"${kept%.rsp}.folder")
            grep -q -x -F -- "$(realpath -m --relative-to="$folder" "$tree/$file")" "$kept" || continue
            found=yes
            [[ " ${kepts[*]} " == *" $kept "* ]] || kepts+=("$kept")
        done
        [[ $found == yes ]] || return 1
    done < <(sed -n 's,^+++ b/,,p' "$2")

    for kept in "${kepts[@]}"; do
        compile_one "$1" "$kept" || return 1
    done
}

# compile_one PROJECT RESPONSES
compile_one() {
    local folder output reference name copied
    folder=$(<"${2%.rsp}.folder")
    output=$folder/$(sed -n 's,^/out:,,p' "$2" | tr -d '"')
    reference=$folder/$(sed -n 's,^/refout:,,p' "$2" | tr -d '"')
    name=$(basename "$output")
    ! is_analyzer_of "$1" "$name" || return 1

    save "$output"
    [[ ! -f ${output%.dll}.pdb ]] || save "${output%.dll}.pdb"
    [[ ! -f $reference ]] || save "$reference"
    mapfile -t copied < <(find "$tree" -path '*/bin/*' -name "$name" -type f -exec cmp -s "$output" {} \; -print)

    (cd "$folder" && timeout "$build_limit" dotnet exec "$compiler" -shared "@$2") >"$log" 2>&1 || return 1
    # The one that others are compiled with is its neighbour.
    [[ ! -f $reference ]] || cmp -s "$reference" "${reference/\/refint\///ref/}" || return 1
    for file in "${copied[@]}"; do
        save "$file"
        cp "$output" "$file"
    done
}

# is_analyzer_of PROJECT NAME: whether something that PROJECT runs was compiled with that assembly as a generator or an
# analyzer, so that it has to be compiled again, too.
is_analyzer_of() {
    local kept assembly
    while read -r kept; do
        assembly=$(sed -n 's,^/out:,,p' "$kept" | tr -d '"')
        [[ ! -e $tree/$1/bin/$configuration/$framework/$(basename "$assembly") ]] || return 0
    done < <(grep -l -E "^/analyzer:.*/$2\"?\$" "$arguments"/*.rsp || true)
    return 1
}

# save FILE: as it is, until restore.
save() {
    mkdir -p "$saved$(dirname "$1")"
    cp -p "$1" "$saved$1"
}

# restore: what was saved, with its times, so that a later build compiles what changed after them.
restore() {
    [[ -d $saved ]] || return 0
    cp -p -r "$saved/." /
    rm -rf "$saved"
}
