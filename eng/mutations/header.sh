# Reads what stands in front of a patch. Sourced by run.sh and lane.sh.

# header NAME PATCH: a "# name: value" line in front of the diff.
header() { sed -n -e '/^diff /q' -e "s/^# $1: *//p" "$2" | head -n 1; }
