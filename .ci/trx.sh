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

# trx_skipped FILE...: a line for each test that was skipped: its name, and why.
trx_skipped() {
    trx_told NotExecuted 'no reason is given.' "$@"
}

# trx_failed FILE...: a line for each test that failed: its name, and the first line of what it says.
trx_failed() {
    trx_told Failed 'nothing is said of it.' "$@"
}

# trx_faults FILE...: a line for each thing that went wrong outside of a test, as a process of tests that ended early does.
trx_faults() {
    [[ $# -gt 0 ]] || return 0
    awk '
        /<RunInfo / { fault = /outcome="(Error|Failed|Aborted|Timeout)"/ }
        /<\/RunInfo>/ { fault = 0 }
        fault && sub(/.*<Text>/, "") {
            sub(/<\/Text>.*/, "")
            print
        }' "$@" | trx_decoded
}

# trx_told OUTCOME SILENCE FILE...: a line for each test of that outcome: its name, and its message's first line, or SILENCE.
trx_told() {
    local outcome=$1 silence=$2
    shift 2
    [[ $# -gt 0 ]] || return 0
    awk -v outcome="outcome=\"$outcome\"" -v silence="$silence" '
        function told(reason) {
            if (name != "") print name ": " reason
            name = ""
        }
        /<UnitTestResult / {
            told(silence)
            if (index($0, outcome) && match($0, / testName="[^"]*"/)) name = substr($0, RSTART + 11, RLENGTH - 12)
        }
        /<Message>/ {
            sub(/.*<Message>/, "")
            sub(/<\/Message>.*/, "")
            told($0)
        }
        END { told(silence) }' "$@" | trx_decoded
}

# trx_first_failure FILE: the name of the first test that failed.
trx_first_failure() {
    grep '<UnitTestResult ' "$1" | grep 'outcome="Failed"' | sed -n '1s/.* testName="\([^"]*\)".*/\1/p' | trx_decoded
}

# trx_decoded: the standard input without XML's escapes.
trx_decoded() {
    sed -e 's/&quot;/"/g' -e "s/&#x27;/'/g" -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g'
}
