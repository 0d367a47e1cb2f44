#!/bin/sh
# Measures Barometer against its peers and writes src/bench/RESULTS.md.
# Usage: [BENCH=<folder of the peers, with setup.sh>] [WORK=<folder for data>] [PAIRS=5] src/bench/run.sh [work …]
# Needs Debian's time, util-linux, r-base-core, r-cran-survey, r-cran-readxl, r-cran-data.table; the peers' libraries come from Maven Central.
set -e
root=$(cd "$(dirname "$0")/../.." && pwd)
: "${BENCH:=$root/../shared/bench}" "${WORK:=$root/target/bench}" "${PAIRS:=5}"
mkdir -p "$WORK/floor" "$WORK/cells"
WORK=$(cd "$WORK" && pwd)
[ -d "$WORK/data/crosstabs" ] || WORK=$WORK "$BENCH/setup.sh"
if [ ! -f "$WORK/floor/floor-1.jar" ]; then
  cp -r "$BENCH/floor" "$WORK/floor/src"
  chmod -R u+w "$WORK/floor/src"
  mvn -q -B -f "$WORK/floor/src/pom.xml" package
  cp "$WORK/floor/src/target/floor-1.jar" "$WORK/floor/"
fi
"$root/barometer" --version
rm -rf "$WORK/app"
java -Djarmode=tools -jar "$root/target/barometer.jar" extract --destination "$WORK/app" >/dev/null
javac -cp "$WORK/app/barometer.jar:$WORK/app/lib/*" -d "$WORK/cells" "$root/src/bench/java/Cells.java"
exec java -Dpairs="$PAIRS" "$root/src/bench/java/Bench.java" "$root" "$BENCH" "$WORK" "$@"
