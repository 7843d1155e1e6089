// What the app weighs, file by file, as it lies there and as it travels. Fails where a browser has
// to fetch more than the limit before the first screen works; the typeface and the data come beside it.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

// The rules' pages are built in, so that no report can lack them: 45 kB of this. Screens cost the most, and the
// planner with the map, the record and the plans that people keep as much as a fourth.
const limit = 920_000;
const folder = fileURLToPath(new URL("../dist", import.meta.url));
const first = "to the first working screen";
const beside = [
  ["typeface", /\.woff2$/],
  ["data, fetched beside it", /^register\.json$/],
  ["on request", /^(examples\/|rule-pages\/|rule-manuals\.json|404\.html|robots\.txt|licences\/)/],
];
const partOf = (name) => beside.find(([, names]) => names.test(name))?.[0] ?? first;

function* files(within) {
  for (const name of readdirSync(within).sort()) {
    const path = join(within, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else if (!/\.(br|gz)$/.test(name)) yield path;
  }
}

const row = (raw, brotli, name) => console.log(`${String(raw).padStart(8)} ${String(brotli).padStart(8)}  ${name}`);
const sizes = [...files(folder)].map((path) => {
  const raw = statSync(path).size;
  const brotli = existsSync(`${path}.br`) ? statSync(`${path}.br`).size : raw;
  return { name: relative(folder, path), raw, brotli };
});
const totals = {};
console.log("     raw   brotli");
for (const part of [first, ...beside.map(([part]) => part)]) {
  const list = sizes.filter(({ name }) => partOf(name) === part);
  for (const { name, raw, brotli } of list) row(raw, brotli, name);
  totals[part] = list.reduce((total, { brotli }) => total + brotli, 0);
  row("", totals[part], `= ${part}`);
}
if (totals[first] > limit) {
  console.error(`size: ${totals[first] - limit} bytes above the limit of ${limit}`);
  process.exitCode = 1;
}
