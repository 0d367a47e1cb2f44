#!/usr/bin/env bash
# Reruns the R scripts beside it into a folder of its own and fails where a definition or respondent differs from the
# committed ones by a byte, or an expected figure by more than 1e-12 of it (the linear algebra below R may differ).
set -euo pipefail
cd "$(dirname "$0")/../../.."
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/totals" "$work/estimates" "$work/rake"
Rscript src/test/oracle/totals.R "$work/totals" &
totals=$!
Rscript src/test/oracle/estimates.R "$work/estimates"
Rscript src/test/oracle/calibrated.R "$work/estimates"
Rscript src/test/oracle/rake.R "$work/rake"
wait "$totals"
Rscript src/test/oracle/compare.R src/test/resources/oracle "$work"
