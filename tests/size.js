// What the app weighs, file by file, as it lies there and as it travels. Fails where a browser has
// to fetch more than the mark before the first screen works.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const mark = 150_000;
const folder = fileURLToPath(new URL("../dist", import.meta.url));
// Fetched later or never: the register, what is opened on request, and the copy of the page.
const later = ["register.json", "rules.json", "examples/", "404.html"];

function* files(within) {
  for (const name of readdirSync(within).sort()) {
    const path = join(within, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const line = (raw, packed, name) => console.log(`${String(raw).padStart(8)} ${String(packed).padStart(8)}  ${name}`);

let [raw, packed] = [0, 0];
console.log("     raw   brotli");
for (const path of files(folder)) {
  const name = relative(folder, path);
  if (later.some((start) => name.startsWith(start))) continue;
  const bytes = readFileSync(path);
  const travels = brotli(bytes);
  line(bytes.length, travels, name);
  raw += bytes.length;
  packed += travels;
}
line(raw, packed, `to the first working screen; the mark is ${mark}`);
if (packed > mark) {
  console.error(`size: ${packed - mark} bytes above the mark`);
  process.exitCode = 1;
}
