// Serves the release bundle on this machine only, or the bundle in the folder that BUNDLE names. As a
// program, for people: node tests/serve.js
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const name = process.env.BUNDLE ?? "dist";
const folder = fileURLToPath(new URL(`../${name}`, import.meta.url));
const host = "127.0.0.1";

const headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
};
// Names with a hash of their content never mean other content.
const hashed = /-(?:[0-9a-f]{16}|[0-9A-Z]{8})(?:_bg)?\.\w+$/;

/** The page's own policy as a header, where it can also forbid frames; only a release has one. */
function policyHeader() {
  const page = readFileSync(`${folder}/index.html`, "utf8");
  const [, policy] = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/) ?? [];
  return policy ? { "Content-Security-Policy": `${policy}; frame-ancestors 'none'` } : {};
}

/** Serves the bundle on a port (0: any that is free) as a good host would; gives its address and a way to stop. */
export async function serve(port = 0) {
  if (!existsSync(`${folder}/index.html`)) throw new Error(`${name}/ holds no bundle; make one with: make bundle, or make gallery`);
  // Every address of the app is answered with its page; a file that is not there is not.
  const files = sirv(folder, {
    single: true, etag: true, brotli: true, gzip: true,
    setHeaders: (response, path) =>
      response.setHeader("Cache-Control", hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  const all = Object.entries({ ...headers, ...policyHeader() });
  const server = createServer((request, response) => {
    for (const [name, value] of all) response.setHeader(name, value);
    files(request, response, () => {
      response.statusCode = 404;
      response.end("Not found");
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://${host}:${server.address().port}`, close };
}

async function onFirstFreePort(port) {
  try {
    return await serve(port);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    return onFirstFreePort(port + 1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { address } = await onFirstFreePort(8080);
    console.log(`Waymark is at ${address} (stop with Ctrl+C)`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
