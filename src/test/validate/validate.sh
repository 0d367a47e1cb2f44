#!/usr/bin/env bash
# What is published, read by other people's programs: validate.sh OUTPUT WITHDRAWN WORK
# OUTPUT is a folder with releases, WITHDRAWN the name of one that was taken back (history.sh makes both).
# Needs node, npm, mvn, LibreOffice, Chromium and python3 with openpyxl.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
output=$(cd "$1" && pwd -P)
release=$(cd "$output/latest" && pwd -P)
withdrawn=$2
mkdir -p "$3"
work=$(cd "$3" && pwd)
shapes=$here/dcat-ap-no-2-shapes.ttl

echo "-- Frictionless, JSON-stat and feeds"
cp "$here/package.json" "$here/validate.js" "$work/"
[ -d "$work/node_modules" ] || (cd "$work" && npm install --no-audit --no-fund --ignore-scripts --silent)
node "$work/validate.js" "$release"

echo "-- Nu"
[ -d "$work/nu" ] || mvn -q -B -ntp -f "$here/nu.xml" dependency:copy-dependencies -DoutputDirectory="$work/nu"
# errors only: it warns of inline code whose hash the policy holds, which the browser below checks for good.
# A page in its own language is the same file as one of three.
find "$release" "$output/releases/$withdrawn" \( -name '*.nb.html' -o -name '*.nn.html' -o -name '*.en.html' -o -name '*.svg' \) >"$work/pages.txt"
xargs java -cp "$work/nu/*" nu.validator.client.SimpleCommandLineValidator \
  --errors-only --also-check-svg <"$work/pages.txt"
echo "$(wc -l <"$work/pages.txt") pages and pictures without error"

echo "-- Chromium and axe"
mvn -q -B -ntp -f "$here/browser/pom.xml" test -Doutput="$output" -Dwithdrawn="$withdrawn" -Dwork="$work" \
  -Dchromium="${CHROMIUM:-/usr/bin/chromium}"
awk -F'[ ,]+' '/^Tests run/ { print $3 " tests passed in Chromium" }' "$work"/browser/surefire-reports/*.txt

echo "-- SHACL"
if [ -f "$release/catalog.ttl" ]; then
  [ -d "$work/jena" ] || mvn -q -B -ntp -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/jena"
  java -cp "$work/jena/*" "$here/Shacl.java" "$shapes" "$release/catalog.ttl" "$release/catalog.jsonld"
else
  echo "no catalogue: the release was made without site.url"
fi

echo "-- LibreOffice and openpyxl"
office() {
  soffice --headless --norestore "-env:UserInstallation=file://$work/office" "$@" >"$work/office.log" 2>&1 \
    || { cat "$work/office.log"; exit 1; }
}
rm -rf "$work/converted"
mkdir -p "$work/converted/xlsx" "$work/converted/csv"
office --convert-to xlsx --outdir "$work/converted/xlsx" "$release"/*/*.xlsx
for survey in "$release"/*/; do
  survey=$(basename "$survey")
  # semicolon, quote, UTF-8, from line 1, language 1044 (nb-NO), unquoted cells read as their kind is
  office --infilter="CSV:59,34,76,1,,1044,false,true" --convert-to xlsx \
    --outdir "$work/converted/csv/$survey" "$release/$survey"/*.excel.csv
done
python=/usr/bin/python3 # Debian's, which has the package
[ -x "$python" ] || python=python3
"$python" "$here/spreadsheets.py" "$release" "$work/converted"
