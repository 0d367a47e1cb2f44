#!/bin/sh
# Compares shares and standard errors of generated respondents with those of R.
# Usage: BENCH=<folder with oracle/, as bench/> WORK=<its work folder, after setup.sh> src/bench/oracle.sh
set -e
: "${BENCH:=../shared/bench}" "${WORK:?the folder that setup.sh filled}"
cd "$(dirname "$0")/../.."
for case in 1M:micro-1M.csv 200k:micro-200k.xlsx; do
  mvn -o -q -B -ntp -Dspotless.check.skip=true -Djacoco.skip=true -Dtest=BenchOracleTest \
    -Doracle.data="$WORK/data/${case#*:}" -Doracle.figures="$BENCH/oracle/r-${case%%:*}.csv.gz" test
done
