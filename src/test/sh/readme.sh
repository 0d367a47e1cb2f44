#!/usr/bin/env bash
# Does what the README says, in a copy of the checkout: saves each fenced block after a line "<!-- file: PATH -->", then
# runs all blocks fenced as sh, in order. "mvn verify" is left out: whoever calls this has done it.
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
  /^```/ && !inside { inside = 1; target = file != "" ? file : ($0 == "```sh" ? "commands.sh" : ""); file = ""; next }
  /^```/ { inside = 0; next }
  inside && target != "" { print > target }' README.md
grep -v '^mvn verify' commands.sh >commands.tmp
mv commands.tmp commands.sh
bash -eu -o pipefail -x commands.sh
