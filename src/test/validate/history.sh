#!/usr/bin/env bash
# A site with a history, for validators: history.sh BAROMETER OUTPUT WORK
# The shipped input; the same with one figure corrected; the first release withdrawn. Prints the name of that one.
set -euo pipefail
barometer=$1
output=$2
work=$3
mkdir -p "$work/input"
cp -pR input/. "$work/input/"
publish() {
  "$barometer" run --quiet --input "$work/input" --output "$output" --set site.url=https://barometer.example.no
}
publish >&2
first=$(basename "$(readlink "$output/latest")")
sed -i 's/^\(mars 2012;Telekom;\)60/\161/' "$work/input/socialbakers-svarprosent.csv"
cmp -s input/socialbakers-svarprosent.csv "$work/input/socialbakers-svarprosent.csv" && { echo "nothing corrected" >&2; exit 1; }
publish >&2
[ "$(wc -l <"$output/latest/revisions.csv")" = 2 ] || { cat "$output/latest/revisions.csv" >&2; exit 1; }
"$barometer" withdraw "$first" --why "Feil i Telekom" --output "$output" --set site.url=https://barometer.example.no >&2
echo "$first"
