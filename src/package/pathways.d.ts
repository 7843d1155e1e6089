/** What somebody asks. Every field but `goal` may be missing; an unknown one is reported and ignored. */
export interface Question {
  format?: "waymark.question/1";
  /** The key of a qualification or micro-credential of the register, or a goal that says itself what it asks for. */
  goal: string | GoalTree;
  holdings?: Holding[];
  /** The day, `2026-11-21`; without one, all holdings count as completed. */
  on?: string;
  /** Where something should count, if nothing is lost by it; the first wish goes before the others. */
  wishes?: { holding: string; requirement: string }[];
}

/** Something that somebody holds. `completed` is a day, or a moment, of which the day is New Zealand’s. */
export type Holding = { completed?: string; version?: string; level?: number; credits?: number; source?: string } & (
  /** With `standards` and without `completed`, only these of its standards are done. */
  | { credential: string; standards?: string[] }
  | { standard: string }
  | { qualification: string }
  /** Something that no register lists. */
  | { other: string | { title: string; level?: number; credits?: number; source?: string } }
  /** What has yet to be assessed. */
  | { prior_learning: string }
);

export interface GoalTree {
  format?: "waymark.goal/1";
  title?: string;
  credits?: number;
  /** The most credit that is recognised. */
  at_most?: number;
  requirements: Requirement;
}

/** A requirement; one without an id is named by its place, `requirements.all[0]`. */
export type Requirement = { id?: string; valid_from?: string; valid_to?: string; at_most?: number } & (
  | { all: Requirement[] }
  | { some: number; of: Requirement[] }
  | CreditRule
  | { credential: string }
  | { standard: string }
  | { qualification: string }
  /** A part that stands on no register. */
  | { component: string; kind?: string; level?: number; credits?: number }
  /** Something that only a person can judge. */
  | { judgement: string }
);

/** Credits, and which count. `of_which` has floors (`credits`) and caps (`at_most`) over the same credits. */
export interface CreditRule {
  credits?: number;
  at_most?: number;
  level_at_least?: number;
  level_at_most?: number;
  /** Without it, what is held is possible and not counted. */
  from?: "any" | {
    credentials?: string[];
    standards?: string[];
    qualifications?: string[];
    subjects?: string[];
    kinds?: ("credential" | "standard" | "qualification")[];
  };
  of_which?: CreditRule[];
}

export interface Audit {
  format: "waymark.audit/2";
  /** The goal, where it is on the register. */
  goal: { key: string; title: string; kind: string; level: number | null; credits: number | null; status: string | null; entry: string | null; source: string | null } | null;
  title: string | null;
  on: string | null;
  advice: string;
  /** Null while only judgements, components or possible credits are open. */
  complete: boolean | null;
  credits: { counted: number; possible: number; of: number | null };
  /** Each requirement before those that it is made of, which `of` names. */
  requirements: RequirementAudit[];
  /** What is held and counts for nothing, with the stacking rule behind it. */
  unused: { holding: string; why: string; rule?: string }[];
  /** The smallest set of requirements that everything held and listed cannot fill together. */
  impossible: { requirements: string[]; needed: number | null; available: number; says: string } | null;
  /** What became of each wish; `cost` is in credits. */
  wishes: { holding: string; requirement: string; honoured: boolean; cost: number | null; leaves_open: boolean }[];
  /** Whether it is certain that no other assignment is better. */
  proved: boolean;
  notes: { reason: string; about: string; rule: string | null; says: string }[];
  /** What in the question could not be understood. */
  problems: { at: string; found: string; expected: string }[];
  register: { as_at: string; sha256: string };
}

export interface RequirementAudit {
  id: string;
  title?: string;
  state: "met" | "judgement" | "open" | "impossible";
  counted: number;
  possible: number;
  needed: number | null;
  holdings: string[];
  may_count?: string[];
  /** How firmly a source says it, where it follows from a relation of the register. */
  strength?: "stated" | "inferred" | "general" | "discretionary" | "planned";
  of?: string[];
}
