import { basename } from "node:path";
import { browsers } from "./browsers.mjs";
import { fonts } from "./fonts.mjs";
import { packages } from "./packages.mjs";

const { build } = packages("esbuild");
const target = Object.entries(browsers).map((browser) => browser.join(""));

/** Bundles a style sheet and its fonts into a folder under names that tell their content; returns the page's links to them. */
export async function bundleStyles(entry, folder, { minify }) {
  const { metafile, warnings } = await build({
    entryPoints: [entry], outdir: folder, entryNames: "[name]-[hash]", assetNames: "[name]-[hash]", publicPath: "/",
    nodePaths: ["tests/node_modules"], plugins: [fonts(folder)],
    bundle: true, minify, target, metafile: true, logLevel: "warning",
  });
  if (warnings.length > 0) throw new Error(`${entry}: esbuild warns of something in the styles`);
  const outputs = Object.keys(metafile.outputs).map((path) => `/${basename(path)}`);
  const links = [
    ...outputs.filter((path) => path.endsWith(".woff2")).map((path) => `<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>`),
    ...outputs.filter((path) => path.endsWith(".css")).map((path) => `<link rel="stylesheet" href="${path}">`),
  ];
  return links.join("\n  ");
}

/** Minifies a script in its place. */
export const minifyScript = (path) =>
  build({ entryPoints: [path], outfile: path, allowOverwrite: true, minify: true, target, logLevel: "warning" });
