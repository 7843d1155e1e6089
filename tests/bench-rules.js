// The rules of Waymark in two other engines, for the bench. A page (`waymark.rules/2`) becomes branches, of
// which the first that holds gives the outcome; an engine takes the pages that it has the means for.
import { Engine } from "json-rules-engine";
import Publicodes from "publicodes";

// What the branches ask of a draft. A list that is empty lets all of it hold, and none of any.
const joined = (how) => (parts) => (parts.length === 1 ? parts[0] : { [how]: parts });
const [all, any] = [joined("all"), joined("any")];
const not = (part) => ({ not: part });
const given = (path) => ({ test: "given", path });
const open = (paths) => any(paths.map((path) => not(given(path))));
const always = all([]);

/** The answers of a condition that are choices of the field. */
const choicesOf = (answers) => answers.filter((answer) => answer !== "given" && answer !== "missing");

/** A condition of a page: each field has one of its answers. */
function holds(condition) {
  return all(Object.entries(condition).map(([path, wanted]) => {
    const answers = [wanted].flat();
    const choices = choicesOf(answers);
    return any([
      ...(choices.length > 0 ? [{ test: "is", path, choices }] : []),
      ...(answers.includes("given") ? [given(path)] : []),
      // That some entry lacks a field is not that none has it, so it is a test of its own.
      ...(answers.includes("missing") ? [path.includes("*") ? { test: "lacking", path } : not(given(path))] : []),
    ]);
  }));
}

/** What the kinds of check find, in the order in which that decides; the kinds that are not here are beyond both engines. */
const kinds = {
  present({ all: each = [], any: some = [], entry }) {
    const lacking = [...each.map((path) => not(given(path))), ...(some.length > 0 ? [not(any(some.map(given)))] : [])];
    if (!entry) return [[any(lacking), "missing"], [always, "present"]];
    // What one entry must have together is more than these engines can ask of a list.
    if (entry.has.length > 1 || entry.any || entry.each) return null;
    const named = Object.entries(entry.named ?? {}).map(([field, choices]) => ({ test: "is", path: `${entry.of}.*.${field}`, choices }));
    return [[any([...lacking, not(given(`${entry.of}.*.${entry.has[0]}`))]), "missing"], [not(all(named)), "others"], [always, "present"]];
  },
  within(_, { within }) {
    const beyond = (test, bound) => any(Object.entries(within).filter(([, range]) => bound in range).map(([path, range]) => ({ test, path, than: range[bound] })));
    return [
      [beyond("more", "most"), "over"], [beyond("less", "least"), "under"], [open(Object.keys(within)), "missing"],
      [beyond("more", "doubtful_above"), "doubtful_over"], [beyond("less", "doubtful_below"), "doubtful_under"], [always, "within"],
    ];
  },
  sum({ of, to, times = 1, at_most: atMost, near_percent: near = 0 }) {
    const total = (is, percent = 100) => ({ test: "total", of, is, to, times: (times * percent) / 100 });
    return [
      [any([not(any(of.map(given))), not(given(to))]), "missing"], [total(atMost ? "<=" : "="), "equal"],
      [all([total(">=", 100 - near), total("<=", 100 + near)]), "near"], [total("<"), "under"], [always, "over"],
    ];
  },
  digits: ({ field, count }) => [[open([field]), "missing"], [{ test: "digits", path: field, count }, "fits"], [always, "differs"]],
  answer: ({ fields }) => [[open(fields), "missing"], [always, "answered"]],
};

/** What a finding means where its page does not say. */
const meanings = {
  present: "met", within: "met", equal: "met", fits: "met", answered: "met", missing: "missing", others: "judgement", near: "judgement",
  doubtful_under: "judgement", doubtful_over: "judgement", under: "not_met", over: "not_met", differs: "not_met",
};

/** Whether something counts on a day. Its own days may be a month or a year, after a word on how they are known. */
function isInForce({ from = "", to = "9999" }, day) {
  const [first, last] = [from, to].map((text) => text.split(" ").at(-1));
  return day.slice(0, first.length) >= first && day.slice(0, last.length) <= last;
}

/** The branches of an edition on a day, each a condition and an outcome; null where no engine can ask what it asks. */
function branches(page, edition, day) {
  const [kind, check] = Object.entries(page.check)[0];
  const found = kinds[kind]?.(check, edition);
  const binding = (page.case ?? []).filter((one) => isInForce(one, day));
  // What a page checks further, and what decides instead of what it finds, looks into the entries of lists.
  if (!found || page.then || binding.some((one) => one.instead_of)) return null;
  const outside = [
    ...(page.stage === "funding" ? [not(given("applicant.funds"))] : []),
    ...(page.when ? [not(holds(page.when))] : []), ...(page.unless ? [holds(page.unless)] : []),
  ];
  const cases = binding.map(({ when = {}, unless, find }) => [all([holds(when), ...(unless ? [not(holds(unless))] : [])]), find]);
  const inside = [...cases, ...found].map(([when, find]) => [when, page.finds?.[find]?.outcome ?? meanings[find]]);
  return [...outside.map((when) => [when, "not_applicable"]), ...inside].filter(([when]) => !isNever(when));
}

/** What the editions that bind on a day and a route decide: their names and branches. */
export function decisions(pages, day, route) {
  const isBinding = (edition) => isInForce(edition, day) && ["TEC", route].some((one) => edition.routes.includes(one));
  const decided = pages.flatMap((page) => page.edition.filter(isBinding)
    .map((edition) => ({ name: `${page.name} ${edition.clause}`, branches: branches(page, edition, day) })));
  return decided.filter((decision) => decision.branches);
}

const isAlways = (condition) => condition.all?.length === 0;
const isNever = (condition) => condition.any?.length === 0 || (condition.not && isAlways(condition.not));

/** What a draft has at a path. */
const at = (draft, path) => path.split(".").reduce((value, step) => value?.[step], draft);
const isEmpty = (value) => value === undefined || value === null || value.length === 0;

/** The drafts on which an engine must agree with Waymark, and what they are: a full one, an empty one, and the full one with a field, also of entries, left out or answered otherwise. */
export function* drafts(full, pages) {
  yield* [["the full draft", full], ["an empty draft", {}]];
  const conditions = pages.flatMap((page) => [page, ...(page.case ?? [])]).flatMap(({ when = {}, unless = {} }) => [...Object.entries(when), ...Object.entries(unless)]);
  for (const path of new Set(pages.flatMap(({ reads }) => reads))) {
    const choices = choicesOf(conditions.filter(([named]) => named === path).flatMap(([, wanted]) => wanted));
    for (const answer of new Set([undefined, ...(typeof at(full, path) === "number" ? [0, 1, 1000] : choices)])) {
      const changed = structuredClone(full);
      const steps = path.split(".");
      const place = steps.slice(0, -1).reduce((value, step) => (value[step] ??= {}), changed);
      place[steps.at(-1)] = Array.isArray(at(full, path)) && answer ? [answer] : answer;
      yield [`${path} as ${answer}`, changed];
    }
  }
  const ofEntries = new Set([...JSON.stringify(pages).matchAll(/"([\w.]+\.\*\.\w+)"/g)].map(([, path]) => path));
  for (const [list, field] of [...ofEntries].map((path) => path.split(".*."))) {
    const changed = structuredClone(full);
    for (const entry of at(changed, list) ?? []) delete entry[field];
    yield [`${list} without ${field}`, changed];
  }
}

/** What has no words in an engine. */
class Inexpressible extends Error {}

/** The decisions that an engine can express, by name. Its words for the parts of a condition say nothing where it has none. */
function expressed(decided, words, rule) {
  const say = (condition) => {
    const how = ["all", "any", "not"].find((one) => one in condition);
    const parts = how && [condition[how]].flat().map(say);
    const said = how ? words[how](parts) : words[condition.test]?.(condition);
    if (!said) throw new Inexpressible();
    return said;
  };
  return new Map(decided.flatMap(({ name, branches }) => {
    try {
      const made = rule(branches, say);
      return made ? [[name, made]] : [];
    } catch (error) {
      if (error instanceof Inexpressible) return [];
      throw error;
    }
  }));
}

/** Choices in the type that a field has in a full draft. */
const typed = (full, path, choices) => [choices].flat().map((choice) => (typeof at(full, path) === "number" ? Number(choice) : choice));

/** json-rules-engine, whose rules can say yes or no: yes where nothing is left to do. It cannot add. */
export function jsonRulesEngine(decided, full) {
  const isSettled = (outcome) => ["met", "information", "not_applicable"].includes(outcome);
  const settling = (branches) => branches.reduceRight((rest, [when, outcome]) => {
    const settled = isSettled(outcome);
    if (isAlways(when) || rest === settled) return settled;
    if (typeof rest === "boolean") return settled ? when : not(when);
    return settled ? any([when, rest]) : all([not(when), rest]);
  }, null);
  const fact = (path) => {
    const [, name, rest] = path.replace(".*.", "[*].").match(/^(\w+)(.*)$/);
    return rest ? { fact: name, path: `$${rest}` } : { fact: name };
  };
  const isList = (path) => Array.isArray(at(full, path));
  const rules = expressed(decided, {
    all: (parts) => ({ all: parts }), any: (parts) => ({ any: parts }), not: ([part]) => ({ not: part }),
    given({ path }) {
      if (path.includes("*")) return { ...fact(path), operator: "someFact:notEqual", value: "" };
      if (isList(path)) return { ...fact(`${path}.length`), operator: "greaterThan", value: 0 };
      return { ...fact(path), operator: "notIn", value: [undefined, null, ""] };
    },
    is({ path, choices }) {
      const operator = path.includes("*") || isList(path) ? "someFact:in" : "in";
      return { ...fact(path), operator, value: typed(full, path, choices) };
    },
    more: ({ path, than }) => ({ ...fact(path), operator: "greaterThan", value: than }),
    less: ({ path, than }) => ({ ...fact(path), operator: "lessThan", value: than }),
    digits: ({ path, count }) => ({ ...fact(path), operator: "digits", value: count }),
  }, (branches, say) => {
    const condition = settling(branches);
    // A page that says the same of every draft is no rule here.
    return typeof condition === "boolean" ? null : { all: [say(condition)] };
  });
  const engine = new Engine([...rules].map(([type, conditions]) => ({ conditions, event: { type } })), { allowUndefinedFacts: true });
  engine.addOperator("digits", (code, count) => new RegExp(`^\\d{${count}}$`).test(code));
  return {
    names: [...rules.keys()],
    facts: (draft) => draft,
    run: (facts) => engine.run(facts),
    verdicts: ({ results, failureResults }) => new Map([...results, ...failureResults].map(({ event, result }) => [event.type, result])),
    verdictOf: isSettled,
  };
}

/** publicodes, whose rules give the outcome itself. It has no lists, of which it gets the lengths, and no letters of a text. */
export function publicodes(decided, full) {
  const paths = new Map();
  const field = (path) => {
    const name = path.replaceAll(".", " ");
    paths.set(name, path);
    return name;
  };
  const isOfEntries = (path) => path.includes("*");
  const value = (choice) => (typeof choice === "boolean" ? (choice ? "oui" : "non") : typeof choice === "number" ? choice : `'${choice}'`);
  const rules = expressed(decided, {
    all: (parts) => ({ "toutes ces conditions": parts }), any: (parts) => ({ "une de ces conditions": parts }), not: ([part]) => ({ "=": [part, "non"] }),
    given: ({ path }) => !isOfEntries(path) && { "est applicable": field(path) },
    is({ path, choices }) {
      if (isOfEntries(path) || Array.isArray(at(full, path))) return null;
      const answers = typed(full, path, choices);
      const isOne = { "une de ces conditions": answers.map((choice) => `${field(path)} = ${value(choice)}`) };
      // What has no value is equal to “non” too.
      return answers.includes(false) ? { "toutes ces conditions": [{ "est applicable": field(path) }, isOne] } : isOne;
    },
    more: ({ path, than }) => `${field(path)} > ${than}`,
    less: ({ path, than }) => `${field(path)} < ${than}`,
    total: ({ of, is, to, times }) => !of.some(isOfEntries) && `${of.map(field).join(" + ")} ${is} ${field(to)} * ${times}`,
  }, (branches, say) => ({ variations: branches.map(([when, outcome]) => (isAlways(when) ? { sinon: `'${outcome}'` } : { si: say(when), alors: `'${outcome}'` })) }));
  const names = [...rules.keys()];
  const written = JSON.stringify([...rules.values()]);
  const asked = [...paths].filter(([name]) => written.includes(name));
  // A field that a draft leaves out has no value; one text of all outcomes asks the engine once, which is its quickest way.
  const fields = asked.map(([name]) => [name, { constant: { type: "string", nodeValue: null } }]);
  const report = { texte: names.map((name) => `{{ ${name} }}`).join("\n") };
  const engine = new Publicodes({ ...Object.fromEntries(fields), ...Object.fromEntries(rules), report }, { strict: true });
  const answer = (found) => {
    if (typeof found === "string") return { constant: { type: "string", nodeValue: found } };
    return Array.isArray(found) ? found.length : value(found);
  };
  return {
    names,
    facts: (draft) => Object.fromEntries(asked.map(([name, path]) => [name, at(draft, path)]).filter(([, found]) => !isEmpty(found)).map(([name, found]) => [name, answer(found)])),
    run: (facts) => engine.setSituation(facts).evaluate("report").nodeValue,
    verdicts: (text) => new Map(text.split("\n").map((outcome, index) => [names[index], outcome])),
    verdictOf: (outcome) => outcome,
  };
}
