#!/usr/bin/env bash
# A warehouse goes on across a version of H2: made by the one the program has, taken by another, and taken back by a script.
# usage: h2.sh FOLDER (made anew) NEWER-H2.jar
set -euo pipefail
folder=$1
newer=$(readlink -f "$2")
cd "$(dirname "$0")/../../.."
rm -rf "$folder"
mkdir -p "$folder"
java -Djarmode=tools -jar target/barometer.jar extract --destination "$folder/app" >/dev/null
cp -R src/main/practice/jobs src/main/practice/first "$folder"
mv "$folder/first" "$folder/input"
cp src/main/practice/next/* "$folder/"
touch -d 2026-01-01 "$folder"/input/* "$folder"/*.csv
cd "$folder"
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
older=$(echo app/lib/h2-*.jar)
[ "$(basename "$older")" != "$(basename "$newer")" ] || fail "$newer is no other version"
run() { java -XX:TieredStopAtLevel=1 -cp "$1:app/barometer.jar:app/lib/*" no.barometer.Barometer run --date 2026-01-01 --period 2026-01; }
tool() { java -cp "$1" "org.h2.tools.$2" -url "jdbc:h2:file:$PWD/warehouse" -user "" -password "" -script warehouse.sql; }

run "$older" | grep -q published || fail "nothing published"
run "$newer" | grep -q 'nothing new' || fail "the newer H2 finds something new"
mv media-2020.csv input
run "$newer" | grep -q '1 delivery loaded' || fail "the newer H2 does not load"
tool "$newer" Script
rm warehouse.mv.db
tool "$older" RunScript
run "$older" | grep -q 'nothing new' || fail "the older H2 finds something new"
echo "a warehouse of $(basename "$older") goes on with $(basename "$newer"), and back"
