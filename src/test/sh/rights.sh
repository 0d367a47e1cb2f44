#!/usr/bin/env bash
# What an ordinary user meets whose rights do not suffice: each time a clear message, nothing lost, and the next run does
# the work. Root may read and write everything, so this runs as nobody. Needs root, to become nobody.
# usage: rights.sh FOLDER (made anew)
set -euo pipefail
folder=$1
cd "$(dirname "$0")/../../.."
rm -rf "$folder"
mkdir -p "$folder"
chmod 711 "$(dirname "$folder")"
cp target/barometer.jar "$folder"
cp -R src/main/practice/jobs src/main/practice/first "$folder"
mv "$folder/first" "$folder/input"
touch -d 2026-01-01 "$folder"/input/*
chown -R nobody "$folder"
cd "$folder"

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
status=0
# runs as nobody: STATUS PATTERN [argument…]
expect() {
  local want=$1 pattern=$2
  shift 2
  said=$(setpriv --reuid=nobody --regid=nogroup --clear-groups java -Duser.home="$folder" -XX:TieredStopAtLevel=1 -jar barometer.jar "$@" 2>&1) && status=0 || status=$?
  [ "$status" = "$want" ] || fail "$* ends with $status, not $want: $said"
  grep -q -e "$pattern" <<<"$said" || fail "$* does not say '$pattern': $said"
  ! grep -q -e '^	at ' <<<"$said" || fail "$* prints a stack: $said"
}

chown root input/media-2019.csv
chmod 600 input/media-2019.csv
expect 0 'media-2019.csv' run
[ -f output/latest/use/index.html ] || fail "one file that cannot be read holds up the others"
before=$(ls output/releases)
chown nobody input/media-2019.csv

chmod 000 input
expect 2 'input cannot be read' run
expect 1 'Let this user read it' doctor
chmod 755 input
chmod 000 jobs
expect 2 'jobs cannot be read' run
chmod 755 jobs
chmod 000 jobs/use.yaml
expect 2 'use.yaml' run
chmod 644 jobs/use.yaml

chown -R root output
expect 1 'Nothing can be written there' run
expect 1 'Let this user write there' doctor
chown -R nobody output
chown root warehouse.mv.db
chmod 400 warehouse.mv.db
expect 1 'warehouse' run
chown nobody warehouse.mv.db
chmod 600 warehouse.mv.db
[ "$(ls output/releases)" = "$before" ] || fail "something was released meanwhile"

expect 0 'published' run
[ -f output/latest/media/index.html ] || fail "the next run does not do the work"
expect 0 'nothing new' run
echo "rights are told of"
