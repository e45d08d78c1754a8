#!/usr/bin/env bash
# Writes down what callers see of the libraries as it is now. Look at the difference before you commit it: whatever
# goes or changes there breaks somebody.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The lists are those of net10.0; the other frameworks are compared with them afterwards.
filter='FullyQualifiedName~PublicSurfaceTests'
APPROVE_SURFACE=1 dotnet test tests/SpecDiff.Tests --filter "$filter&DisplayName~net10.0"
dotnet test tests/SpecDiff.Tests --no-build --filter "$filter"
git --no-pager diff --stat -- 'src/*/PublicSurface.txt'
