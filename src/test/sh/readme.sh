#!/usr/bin/env bash
# Does what the README says, in a copy of the checkout: saves each fenced block after a line "<!-- file: PATH -->", then
# runs all blocks fenced as sh, in order. "mvn verify" is left out: whoever calls this has done it. Then the blocks fenced as
# bash, which are for PostgreSQL, where the environment names a server (PGHOST, PGDATABASE, PGUSER, PGPASSWORD, PGPORT).
# usage: readme.sh FOLDER (made anew)
set -euo pipefail
folder=$1
cd "$(dirname "$0")/../../.."
rm -rf "$folder"
mkdir -p "$folder"
cp -Rp pom.xml barometer jobs input src README.md "$folder"
if [ -f target/barometer.jar ]; then
  mkdir "$folder/target"
  cp -p target/barometer.jar target/barometer.jar.original "$folder/target"
fi
cd "$folder"
mkdir -p output
awk '
  /^<!-- file: .* -->$/ { file = $3; next }
  /^```/ && !inside { inside = 1; target = file != "" ? file : ($0 == "```sh" ? "commands.sh" : $0 == "```bash" ? "postgresql.sh" : ""); file = ""; next }
  /^```/ { inside = 0; next }
  inside && target != "" { print > target }' README.md
grep -v '^mvn verify' commands.sh >commands.tmp
mv commands.tmp commands.sh
bash -eu -o pipefail -x commands.sh
if [ -n "${PGDATABASE:-}" ]; then
  psql --quiet --command='DROP SCHEMA public CASCADE' --command='CREATE SCHEMA public' 2>/dev/null
  export BAROMETER_WAREHOUSE_URL="jdbc:postgresql://$PGHOST:${PGPORT:-5432}/$PGDATABASE"
  export BAROMETER_WAREHOUSE_USER=$PGUSER BAROMETER_WAREHOUSE_PASSWORD=$PGPASSWORD
  before=$(ls output/releases)
  bash -eu -o pipefail -x postgresql.sh | tee postgresql.log
  [ "$(grep -c 'nothing new to publish' postgresql.log)" = 2 ] && [ "$before" = "$(ls output/releases)" ] \
    || { echo "FAILED: a warehouse in PostgreSQL, or its copy, is not what the one in H2 was" >&2; exit 1; }
  psql --quiet --tuples-only --command='SELECT count(*) FROM v_estimate' | grep -q '[1-9]' \
    || { echo "FAILED: nothing restored" >&2; exit 1; }
fi
