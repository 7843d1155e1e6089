import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packages } from "./packages.mjs";

const subsetFont = packages("subset-font");

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
// English, te reo Māori and their neighbours in Latin-1, with the punctuation and signs that the app writes.
const characters = [range(0x20, 0x7e), range(0xa0, 0xff), "ĀāĒēĪīŌōŪū", range(0x2010, 0x2027), "‹›€™←↑→↓−≈≠≤≥✓✕"].join("");

/** An esbuild plugin: fonts that a style sheet names are cut down to these characters, and their licences are kept beside them. */
export const fonts = (folder) => ({
  name: "fonts",
  setup({ onLoad }) {
    onLoad({ filter: /\.woff2$/ }, async ({ path }) => {
      const [root, name] = path.match(/^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/);
      mkdirSync(join(folder, "licences"), { recursive: true });
      copyFileSync(join(root, "LICENSE"), join(folder, "licences", `${name.replace(/^@/, "").replace("/", "-")}.txt`));
      return { contents: await subsetFont(readFileSync(path), characters, { targetFormat: "woff2" }), loader: "file" };
    });
  },
});
