#!/usr/bin/env bash
# Builds the jar once more in a folder of its own, in another time zone, locale and user mask: its bytes must be those of
# target/barometer.jar, which must be of a clean build. Both need the same version of Java.
set -euo pipefail
work=$1
mkdir -p "$work"
git ls-files -z .mvn pom.xml src/main | xargs -0 cp --parents -t "$work"
(
  cd "$work"
  umask 077
  export TZ=Pacific/Kiritimati LC_ALL=C MAVEN_OPTS="-Duser.language=tr -Duser.country=TR"
  mvn -q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true package
)
if ! cmp target/barometer.jar "$work/target/barometer.jar"; then
  for jar in target/barometer.jar "$work/target/barometer.jar"; do
    python3 -c 'import sys, zipfile
for entry in zipfile.ZipFile(sys.argv[1]).infolist(): print(entry.filename, hex(entry.CRC), entry.date_time)' "$jar" \
      >"$work/$(tr / - <<<"$jar").txt"
  done
  diff "$work"/*.txt | head -n 20
  exit 1
fi
sha256sum target/barometer.jar
# every library in the jar stands in its bill of materials
python3 -c '
import json, re, sys, zipfile
jar = zipfile.ZipFile("target/barometer.jar")
bill = json.loads(jar.read("META-INF/sbom/application.cdx.json"))
listed = {part["name"] + "-" + part["version"] for part in bill["components"]}
libraries = {re.sub(r".*/|\.jar$", "", name) for name in jar.namelist() if re.fullmatch(r"BOOT-INF/lib/.*\.jar", name)}
missing = {name for name in libraries - listed if not name.startswith("spring-boot-jarmode")} | ({"echarts"} - {part["name"] for part in bill["components"]})
print(len(libraries), "libraries in the jar,", len(listed), "components in the bill of materials")
sys.exit("not in the bill of materials: " + ", ".join(sorted(missing)) if missing else 0)'
