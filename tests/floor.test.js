// The browsers that the README promises can run the release bundle: their WebAssembly and their CSS.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import stylelint from "stylelint";
import { browsers } from "../.ci/bundle/browsers.mjs";

// What a page does without where it is not known: nothing is lost but looks.
const any = ["/./"];
const embellishments = {
  ignoreProperties: Object.fromEntries([
    "accent-color", "break-after", "content-visibility", "field-sizing", "forced-color-adjust",
    "overscroll-behavior", "position-try-fallbacks", "print-color-adjust", "resize", "scrollbar-gutter",
    "text-size-adjust", "text-wrap",
  ].map((property) => [property, any])),
  // Popovers open in every browser of the list; Baseline counts them later for how they close on iOS.
  ignoreSelectors: ["details-content", "selection", "popover-open"],
  ignoreAtRules: ["page"],
};

const root = fileURLToPath(new URL("..", import.meta.url));

test("the README names the browsers that the bundle is built for", () => {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const names = { safari: "Safari", ios: "iOS", firefox: "Firefox", chrome: "Chrome", edge: "Edge" };
  for (const [name, version] of Object.entries(browsers)) assert.ok(readme.includes(`${names[name]} ${version}`), `${names[name]} ${version}`);
});

test("the program uses no WebAssembly that they can't read", () => {
  const { SignExt, MutableGlobals, NontrappingFPToInt, BulkMemory, BulkMemoryOpt, CallIndirectOverlong, Multivalue, ReferenceTypes } = binaryen.Features;
  const name = readdirSync(`${root}dist`).find((name) => name.endsWith(".wasm"));
  const program = binaryen.readBinary(readFileSync(`${root}dist/${name}`));
  program.setFeatures(SignExt | MutableGlobals | NontrappingFPToInt | BulkMemory | BulkMemoryOpt | CallIndirectOverlong | Multivalue | ReferenceTypes);
  assert.equal(program.validate(), 1);
});

test("the styles use no CSS that they can't read, but for embellishments", async () => {
  const { results } = await stylelint.lint({
    files: `${root}style/**/*.css`,
    configBasedir: `${root}tests`,
    config: {
      plugins: ["stylelint-plugin-use-baseline"],
      rules: { "plugin/use-baseline": [true, { available: 2023, ...embellishments }] },
    },
  });
  assert.ok(results.length > 1, "no styles were read");
  assert.deepEqual(results.flatMap(({ source, warnings }) => warnings.map(({ line, text }) => `${source}:${line}: ${text}`)), []);
});
