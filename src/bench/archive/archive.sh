#!/usr/bin/env bash
# What an archive costs: a month's run with one new file on 10 000 deliveries (or so many) against the same on 10, in pairs, and a run
# with nothing new; the loading of all 10 000 at once at -Xmx512m. Prints a line for each run, then medians and the ratio.
# usage: archive.sh FOLDER (made anew) [PAIRS] [DELIVERIES] [RELEASES that are there before, 1 of everything and a month each]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
barometer=$(cd "$here/../../.." && pwd)/barometer
folder=$1
pairs=${2:-5}
deliveries=${3:-10000}
releases=${4:-1}
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
java "$here/Archive.java" few 99 101 10 "$releases"
java "$here/Archive.java" many 99 101 "$deliveries" "$releases"
# the run of a month, the second being the first with a new file
month() {
  period=$(date -u -d "2026-01-01 +$(($1 - 1)) months" +%Y-%m)
  /usr/bin/time -a -o "$2" -f %e "$barometer" run --quiet --period "$period" --date "$period-01"
}
"$barometer" --version
for size in few many; do
  (cd $size && BAROMETER_JAVA_OPTS=-Xmx512m /usr/bin/time -f "$size all at once: %e s, %M KiB" \
    "$barometer" run --quiet --period 2026-01 --date 2026-01-01)
  for number in $(seq 2 "$releases"); do
    mkdir -p $size/input/new
    cp -p $size/month/$((number - 1))/new/* $size/input/new
    (cd $size && month "$number" ../before.$size)
  done
  # what H2 leaves to the next who opens it is not the month's
  (cd $size && "$barometer" run --quiet)
  mkdir $size.kept
  cp -al $size/output $size.kept
  cp $size/warehouse.mv.db $size.kept
done
for pair in $(seq "$pairs"); do
  for size in few many; do
    # in the same place: a warehouse that published elsewhere would record the newest release anew; and the input stays
    # as it is: a link more would make its files newer than the newest release
    rm -rf $size/output $size/input/new/$(basename $size/month/"$releases"/new/*)
    cp -al $size.kept/output $size
    cp $size.kept/warehouse.mv.db $size
    sync
    (cd $size && /usr/bin/time -a -o ../nothing.$size -f %e "$barometer" run --quiet)
    mkdir -p $size/input/new
    cp -p $size/month/"$releases"/new/* $size/input/new
    # the run shall not wait for what was only copied here
    sync
    (cd $size && month $((releases + 1)) ../month.$size)
    echo "pair $pair, $size: nothing new $(tail -n 1 nothing.$size) s, one new file $(tail -n 1 month.$size) s"
  done
done
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2 }'; }
for what in nothing month; do
  awk -v what=$what -v few="$(median $what.few)" -v many="$(median $what.many)" -v deliveries="$deliveries" \
    'BEGIN { printf "%s: %.2f s on 10, %.2f s on %d, ratio %.2f\n", what, few, many, deliveries, many / few }' | tee result.$what
done
