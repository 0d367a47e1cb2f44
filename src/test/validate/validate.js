// csv and data package by Frictionless, JSON-stat by its toolkit, feeds by a parser: node validate.js RELEASE
const fs = require("fs");
const path = require("path");
const { Package } = require("datapackage");
const JSONstat = require("jsonstat-toolkit");
const FeedParser = require("feedparser");

const release = process.argv[2];
const failures = [];
const counts = { packages: 0, resources: 0, rows: 0, cubes: 0, figures: 0, feeds: 0, entries: 0 };

function files(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? files(full) : [full];
  });
}

async function dataPackage(file) {
  const loaded = await Package.load(file, { strict: false });
  if (!loaded.valid) failures.push(`${file}: ${loaded.errors.map((one) => one.message).join("; ")}`);
  counts.packages++;
  for (const resource of loaded.resources) {
    const rows = await resource.read({ keyed: true }); // casts every cell to its declared type
    const bytes = fs.readFileSync(path.join(path.dirname(file), resource.descriptor.path));
    const hash = require("crypto").createHash("sha256").update(bytes).digest("hex");
    if (resource.descriptor.hash !== `sha256:${hash}`) failures.push(`${file}: hash of ${resource.name}`);
    for (const row of rows) {
      if (row.value !== null && typeof row.value !== "number") failures.push(`${resource.name}: ${row.value}`);
    }
    counts.resources++;
    counts.rows += rows.length;
  }
}

// every figure of the tidy file must stand in the cube, at its place
async function cube(file) {
  const data = JSONstat(JSON.parse(fs.readFileSync(file, "utf8")));
  if (data.class !== "dataset" || data.length !== data.size.length) failures.push(`${file}: no dataset`);
  const tidy = await Package.load({
    name: "one",
    resources: [{ name: "tidy", path: path.basename(file).replace(".jsonstat.json", ".csv"), profile: "tabular-data-resource" }],
  }, { basePath: path.dirname(file) });
  const rows = await tidy.resources[0].read({ keyed: true, cast: false });
  const none = (text) => (text === "" || text === null ? "_Z" : text);
  for (const row of rows) {
    const group = row.breakdown === row.group ? row.group : `${row.breakdown}.${row.group}`;
    for (const statistic of data.Dimension("statistic").id) {
      const cell = data.Data({
        question: row.question, item: none(row.item), answer: none(row.answer), group,
        measure: `${row.measure} ${row.unit}`, base: row.base_kind, wave: row.wave, statistic,
      });
      const expected = row[statistic] === "" || row[statistic] === null ? null : Number(row[statistic]);
      const found = cell ? cell.value : undefined;
      if ((found === undefined ? null : found) !== expected) {
        failures.push(`${file}: ${JSON.stringify(row)} ${statistic}: ${found} is not ${expected}`);
      }
      counts.figures++;
    }
  }
  counts.cubes++;
}

function feed(file) {
  return new Promise((resolve) => {
    const parser = new FeedParser({ normalize: true });
    parser.on("error", (error) => { failures.push(`${file}: ${error.message}`); resolve(); });
    parser.on("readable", function () {
      for (let item = this.read(); item; item = this.read()) {
        counts.entries++;
        if (!item.guid || !item.title || !item.link || !item.date || isNaN(item.date)) failures.push(`${file}: entry ${item.guid}`);
      }
    });
    parser.on("end", () => {
      if (parser.meta["#type"] !== "atom" || !parser.meta.title) failures.push(`${file}: no Atom feed`);
      counts.feeds++;
      resolve();
    });
    fs.createReadStream(file).pipe(parser);
  });
}

(async () => {
  for (const file of files(release)) {
    if (file.endsWith("datapackage.json")) await dataPackage(file);
    if (file.endsWith(".jsonstat.json")) await cube(file);
    if (file.endsWith("feed.xml")) await feed(file);
  }
  console.log(Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(", "));
  failures.slice(0, 20).forEach((failure) => console.error(failure));
  process.exit(failures.length > 0 || counts.packages === 0 || counts.cubes === 0 ? 1 : 0);
})();
