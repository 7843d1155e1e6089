// What the server sends, as a good host would; and that a breach of the policy does not go unnoticed.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { scenario } from "./app.js";
import { serve } from "../serve.js";

let server;
before(async () => { server = await serve(); });
after(() => server?.close());

/** The answer to a request as it travels: status, headers and bytes. */
const get = (path, headers = {}) => new Promise((resolve, reject) => {
  request(`${server.address}${path}`, { headers }, async (answer) => {
    const chunks = [];
    for await (const chunk of answer) chunks.push(chunk);
    resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) });
  }).on("error", reject).end();
});
const program = () => `/${readdirSync(new URL("../../dist", import.meta.url)).find((name) => name.endsWith(".wasm"))}`;

test("files travel compressed where the browser can read it", async () => {
  const plain = await get(program());
  assert.equal(plain.headers["content-encoding"], undefined);
  for (const [encoding, decompress] of [["br", brotliDecompressSync], ["gzip", gunzipSync]]) {
    const answer = await get(program(), { "accept-encoding": encoding });
    assert.equal(answer.headers["content-encoding"], encoding);
    assert.equal(answer.headers["content-type"], "application/wasm");
    assert.equal(Number(answer.headers["content-length"]), answer.body.length);
    assert.ok(decompress(answer.body).equals(plain.body));
  }
});

test("hashed files are kept for ever, the page and the data are asked for again", async () => {
  assert.equal((await get(program())).headers["cache-control"], "public, max-age=31536000, immutable");
  for (const path of ["/", "/draft", "/register.json", "/failure.js"]) {
    const { headers } = await get(path);
    assert.equal(headers["cache-control"], "no-cache", path);
    assert.equal((await get(path, { "if-none-match": headers.etag })).status, 304, path);
  }
});

test("deep links are answered with the page, missing files are not", async () => {
  const page = await get("/");
  assert.ok((await get("/register/credential/anything")).body.equals(page.body));
  const missing = await get("/app-0000000000000000.js");
  assert.deepEqual([missing.status, missing.body.toString()], [404, "Not found"]);
});

test("every answer carries the policy", async () => {
  for (const path of ["/", "/register.json", "/missing.js"]) {
    const { headers } = await get(path);
    assert.match(headers["content-security-policy"], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-[\w+/=]+';.* frame-ancestors 'none'$/, path);
    assert.deepEqual([headers["x-content-type-options"], headers["referrer-policy"]], ["nosniff", "no-referrer"], path);
  }
});

scenario("a breach of the policy is reported", { expects: [/^console: policy: style-src/, /^console: .*Content Security Policy/] }, async (page) => {
  const reported = page.waitForEvent("console", (message) => message.text().startsWith("policy: style-src"));
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("style"), { textContent: "p { color: red }" })));
  await reported;
});
