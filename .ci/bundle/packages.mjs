import { createRequire } from "node:module";

/** Gives an npm package; they lie where the tests have theirs. */
export const packages = createRequire(new URL("../../tests/package.json", import.meta.url));
