# Reads test results (.trx). Sourced by .ci/run and eng/mutations/lane.sh.

# trx_counter NAME FILE...: a counter (total, executed, passed) summed over files; 0 without files.
trx_counter() {
    local name=$1
    shift
    if [[ $# -eq 0 ]]; then
        echo 0
        return
    fi
    awk -v pattern=" $name=\"[0-9]+\"" '
        /<Counters / && match($0, pattern) {
            number = substr($0, RSTART, RLENGTH)
            gsub(/[^0-9]/, "", number)
            sum += number
        }
        END { print sum + 0 }' "$@"
}

# trx_first_failure FILE: the name of the first test that failed.
trx_first_failure() {
    grep '<UnitTestResult ' "$1" | grep 'outcome="Failed"' |
        sed -n -e '1s/.* testName="\([^"]*\)".*/\1/' -e '1s/&quot;/"/g' -e '1s/&lt;/</g' -e '1s/&gt;/>/g' -e '1s/&amp;/\&/g' -e '1p'
}
