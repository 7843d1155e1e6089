// One address of every page and of the states that look different.
export const certificate = "q-new-zealand-certificate-in-forestry-leadership-level-5";
export const pages = [
  ["the first page", "/"],
  ["an empty draft", "/draft"],
  ["a draft on a day without rules", "/draft?on=2001-01-01"],
  ["two dates side by side", "/draft/compare"],
  ["pathways with nothing", "/pathways"],
  ["pathways with holdings and a goal", `/pathways#hold=core-forestry-leadership&goal=${certificate}`],
  ["pathways with several goals", `/pathways#hold=core-forestry-leadership&goal=${certificate}&goal=q-ncea-level-2&goal=nothing`],
  ["the register", "/register"],
  ["a micro-credential", "/register/credential/core-forestry-leadership"],
  ["a qualification", `/register/qualification/${certificate}`],
  ["a standard", "/register/standard/1989"],
  ["a micro-credential that is none", "/register/credential/nothing"],
  ["the rules", "/rules"],
  ["the rules on listing of one day", "/rules?q=title&family=LIST&on=2024-03-01"],
  ["a rule", "/rules/credits-in-range"],
  ["a rule that is none", "/rules/nothing"],
  ["an address that is none", "/nowhere"],
];
