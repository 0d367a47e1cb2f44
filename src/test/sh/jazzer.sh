#!/usr/bin/env bash
# Coverage-guided fuzzing of the readers with Jazzer: jazzer.sh SECONDS [xlsx xls csv definition number]
# Each fuzzer gets so many seconds. What is found is left in target/jazzer/<fuzzer>/; mend it, and keep it in
# src/test/resources/fuzz/<fuzzer>/, where FoundByFuzzingTest tries it in every build. Needs target/test-classes.
set -euo pipefail
cd "$(dirname "$0")/../../.."
seconds=$1
shift
[ $# -gt 0 ] || set -- xlsx xls csv definition number
work=target/jazzer
mkdir -p "$work"
mvn -q -B -ntp -Pjazzer dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath" >/dev/null
classes="target/test-classes:target/classes:$(cat "$work/classpath")"
java -cp "$classes" no.barometer.fuzz.Seeds "$work/seeds"
for name; do
  class="no.barometer.fuzz.$(tr '[:lower:]' '[:upper:]' <<<"${name:0:1}")${name:1}Fuzzer"
  mkdir -p "$work/$name" "$work/corpus/$name"
  known=src/test/resources/fuzz/$name
  echo "jazzer: $class for $seconds seconds"
  if ! java -Xmx512m -cp "$classes" com.code_intelligence.jazzer.Jazzer --target_class="$class" \
    --instrumentation_includes='no.barometer.**:org.apache.poi.**:org.apache.commons.csv.**:com.fasterxml.aalto.**:org.yaml.snakeyaml.**' \
    --reproducer_path="$work/$name" \
    -artifact_prefix="$work/$name/" -max_total_time="$seconds" -timeout=300 -rss_limit_mb=2048 -max_len=30000 \
    -print_final_stats=1 "$work/corpus/$name" "$work/seeds/$name" $([ ! -d "$known" ] || echo "$known") >"$work/$name.log" 2>&1; then
    grep -v '^#' "$work/$name.log" | tail -n 60
    echo "FAILED: $class found something, kept in $work/$name" >&2
    exit 1
  fi
  grep -E 'stat::number_of_executed_units|DONE' "$work/$name.log" || true
done
