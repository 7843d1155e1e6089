// HTML as the standard and html-validate's advice want it.
import assert from "node:assert/strict";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    "aria-label-misuse": ["error", { allowAnyNamable: true }], // a list may have a name
    // A browser writes hidden="" when it is asked for a page as text.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off", // and crossorigin=""
    "long-title": "off", // a page may be called what a person's draft is called
    "prefer-native-element": ["error", { exclude: ["listbox"] }], // the list of a combobox
    "no-trailing-whitespace": "off", // trunk leaves some where its links stood
    "wcag/h32": "off", // nothing is sent anywhere, so there is nothing to submit
  },
}));

/** Fails on anything that html-validate finds, with what and where. */
export async function isValidHtml(html, where) {
  const { results } = await validator.validateString(html);
  const lines = html.split("\n");
  const faults = results.flatMap(({ messages }) => messages).map(({ ruleId, message, line, column }) =>
    `${ruleId}: ${message}: ${lines[line - 1].slice(Math.max(0, column - 40), column + 80)}`);
  assert.deepEqual(faults, [], where);
}
