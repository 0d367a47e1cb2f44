#!/usr/bin/env bash
# The launcher: starts from the archive of classes, and starts all the same where that is damaged, of another JVM, or cannot
# be made. Works in a copy of the checkout with its built jar.
# usage: launcher.sh FOLDER (made anew)
set -euo pipefail
folder=$1
cd "$(dirname "$0")/../../.."
rm -rf "$folder"
mkdir -p "$folder/target"
cp -Rp pom.xml barometer jobs src "$folder"
cp -p target/barometer.jar target/barometer.jar.original "$folder/target"
cd "$folder"

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
starts() {
  said=$("$@" --version 2>&1) || fail "$* does not start: $said"
  [[ $said == Barometer\ [0-9]* && $(wc -l <<<"$said") = 1 ]] || fail "$* says: $said"
}
# class name and source of the main class
main_class() { BAROMETER_JAVA_OPTS=-Xlog:class+load "$@" --version | grep -F 'no.barometer.cli.Commands '; }

starts ./barometer
main_class ./barometer | grep -q 'shared objects file' || fail "the archive is not used"
app=$(cat target/app)
starts ./barometer
[ "$(cat target/app)" = "$app" ] || fail "the archive was made again"

mkdir elsewhere
ln -s "$PWD/barometer" elsewhere/linked
(cd elsewhere && starts ./linked && main_class ./linked | grep -q 'shared objects file') || fail "not by a link"

chmod u+w "$app/barometer.jsa"
echo damaged >"$app/barometer.jsa"
starts ./barometer
rm "$app/barometer.jsa"
starts ./barometer

echo 'another JVM' >"$app/runtime"
starts ./barometer
[ "$(cat target/app)" != "$app" ] || fail "another JVM takes the old archive"
main_class ./barometer | grep -q 'shared objects file' || fail "no archive for another JVM"

rm -rf target/app target/app.*
mkdir -p odd/bin
printf '#!/bin/sh\ncase "$*" in *-Djarmode=tools*) exit 1 ;; esac\nexec %s "$@"\n' "$(command -v java)" >odd/bin/java
chmod +x odd/bin/java
JAVA_HOME="$PWD/odd" starts ./barometer
touch odd/release
JAVA_HOME="$PWD/odd" starts ./barometer
[ -z "$(ls -d target/app* 2>/dev/null)" ] || fail "something is left of an archive that could not be made"

printf 'log: {level: nonsense-key}\nlgo: {level: INFO}\n' >application.yaml
mkdir work
(cd work && ../barometer status 2>&1 || true) | grep -q 'lgo' || fail "application.yaml beside the launcher is not read"
rm application.yaml

# a large file gets both compilers, less or many small ones do not, a process that goes on does; all but little gets room
mkdir work/input work/jobs
options() { (cd work && BAROMETER_JAVA_OPTS=-XX:+PrintCommandLineFlags ../barometer "$@" 2>&1 || true) | grep -m1 '^-XX'; }
options run | grep -q TieredStopAtLevel=1 || fail "nothing to read, and a long start"
head -c 5000000 /dev/zero >work/input/medium.csv
options run | grep -q 'MaxNewSize=.*TieredStopAtLevel=1' || fail "a medium file, and no room or a long start"
head -c 70000000 /dev/zero >work/input/big.csv
if options run | grep -q TieredStopAtLevel; then fail "much to read with one compiler"; fi
mkdir work/small
for i in $(seq 60); do head -c 900000 /dev/zero >"work/small/wave $i.csv"; done
options run --input small | grep -q 'MaxNewSize=.*TieredStopAtLevel=1' || fail "many small files, and no room or a long start"
options run --input jobs | grep -q TieredStopAtLevel=1 || fail "--input is not looked at"
options run --input=jobs | grep -q TieredStopAtLevel=1 || fail "--input= is not looked at"

# in the locale of cron, which has none
mkdir -p names/jobs names/input
printf 'survey: s\ntitle: {nb: S}\ndeliveries:\n  - {files: "strømming-*.csv", layout: series, wave: row 1, items: column A}\n' \
  >names/jobs/s.yaml
printf 'Medium;2019;2020\nFjernsyn;40;41\n' >names/input/strømming-2020.csv
said=$(env -u LANG LC_ALL=C ./barometer check --jobs names/jobs --input names/input --output names/output) || fail "$said"
grep -q '1 delivery checked, 0 would be rejected' <<<"$said" || fail "a name with an ø is not read: $said"
echo "the launcher starts"
