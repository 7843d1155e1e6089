// Serves the release bundle on this machine only. As a program, for people: node tests/serve.js
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const folder = fileURLToPath(new URL("../dist", import.meta.url));
const host = "127.0.0.1";

/** Serves dist/ on a port (0: any that is free) and gives its address and a way to stop. */
export async function serve(port = 0) {
  if (!existsSync(`${folder}/index.html`)) throw new Error("dist/ holds no bundle; make one with: make bundle");
  // Every address of the app is answered with its page; a file that is not there is not.
  const files = sirv(folder, { single: true, etag: true, maxAge: 0 });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end("Not found");
    }),
  );
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
