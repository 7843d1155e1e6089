/** What somebody asks. Every field but a goal may be missing; an unknown one is reported and ignored. */
export interface Question {
  format?: "waymark.question/1";
  /** The key of a qualification or micro-credential of the register, or a goal that says itself what it asks for. */
  goal?: string | GoalTree;
  /** Instead of `goal`, several. A plan is for all of them, an audit for the first. */
  goals?: (string | GoalTree)[];
  holdings?: Holding[];
  /** The day, `2026-11-21`; without one, all holdings count as completed. */
  on?: string;
  /**
   * Where something should count, if nothing is lost by it; the first wish goes before the others. One with the key
   * of a goal is about that goal only.
   */
  wishes?: { goal?: string; holding: string; requirement: string }[];
  /** What comes first when ways to a goal are compared: fewest credits, fewest awards, soonest, cheapest, fewest providers. */
  prefer?: Preference;
  /** The hours of study in a week, from 1 to 168. With them, plans have weeks, and with a day a date. */
  hours_a_week?: number;
}

export type Preference = "credits" | "awards" | "time" | "fees" | "provider";

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

/** A file of what somebody holds. */
export interface Holdings {
  format: "waymark.holdings/1";
  holdings: Holding[];
  /** What the person wants to reach, by the keys of a register. */
  goals?: string[];
}

export interface GoalTree {
  format?: "waymark.goal/1";
  title?: string;
  credits?: number;
  /** The most credit that is recognised. */
  at_most?: number;
  requirements: Requirement;
}

/**
 * A requirement; one without an id is named by its place, `requirements.all[0]`. With `held_since` it is there only
 * for who holds what it names, completed no earlier than on that day.
 */
export type Requirement = { id?: string; valid_from?: string; valid_to?: string; held_since?: string; at_most?: number } & (
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

/** Credits that count, that may, and of the goal: `of`, or where its source gives a range, `of_min` and `of_max`. */
export interface Sum {
  counted: number;
  possible: number;
  of: number | null;
  of_min?: number;
  of_max?: number;
}

export interface Audit {
  format: "waymark.audit/2";
  /** The goal, where it is on the register. */
  goal: { key: string; title: string; kind: string; level: number | null; credits: number | null; credits_min?: number; credits_max?: number; status: string | null; entry: string | null; source: string | null } | null;
  title: string | null;
  on: string | null;
  advice: string;
  /** Null while only judgements, components or possible credits are open. */
  complete: boolean | null;
  credits: Sum;
  /** Each requirement before those that it is made of, which `of` names. */
  requirements: RequirementAudit[];
  /** What is held and counts for nothing, with the stacking rule behind it. */
  unused: { holding: string; why: string; rule?: string }[];
  /** The smallest set of requirements that everything held and listed cannot fill together. */
  impossible: { requirements: string[]; needed: number | null; available: number; says: string } | null;
  /** What is held that could count for one requirement or another: the name of each, and the ids of these. */
  choices?: { holding: string; requirements: string[] }[];
  /** What became of each wish that is about the goal; `cost` is in credits. */
  wishes: { holding: string; requirement: string; honoured: boolean; cost: number | null; leaves_open: boolean }[];
  /** Whether it is certain that no other assignment is better. */
  proved: boolean;
  notes: Remark[];
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

export interface Plan {
  format: "waymark.plan/2";
  goals: PlannedGoal[];
  on: string | null;
  advice: string;
  prefer: Preference;
  /** The best first. No other way is at least as good as one of them in every respect and better in one. */
  plans: Way[];
  /** Whether it is certain that no way is better than the first, or that there is none. */
  optimal: boolean;
  /** Whether there may be more ways that no other beats. */
  more: boolean;
  /** Where there is no way: why. */
  why_none: string | null;
  notes: Remark[];
  problems: { at: string; found: string; expected: string }[];
  register: { as_at: string; sha256: string };
}

export interface PlannedGoal {
  key: string | null;
  title: string | null;
  complete: boolean | null;
  credits: Sum;
}

export interface Way {
  /** What to take, in this order. */
  steps: Step[];
  /** The credits of all steps, where each is stated; and the hours of learning that they mean. */
  credits: number | null;
  hours: number | null;
  awards: number;
  weeks: number | null;
  done: string | null;
  /** The last day to begin at this pace for all steps to count, where some count for what ends. */
  begin_by: string | null;
  /** In dollars, where the register says so of each step. */
  fees: number | null;
  providers: string[];
  /** Whether all of it counts by what sources state; else a provider has to agree. */
  firm: boolean;
  /** What is left to do beside the steps: what a person teaches or judges (`judged`), and credits of which no source
   *  says what brings them. Each says which goal asks for it, by its place in the plan. */
  left: { goal: number; id: string; says: string; credits: number | null; judged: boolean }[];
}

export type Step = ({ credential: string } | { standard: string } | { qualification: string }) & {
  title: string | null;
  level: number | null;
  /** Those that are still to be done. */
  credits: number | null;
  /** The id of the requirement for which it counts, and of further ones. */
  for: string | null;
  also_for?: string[];
  /** The goals for which it counts, by their places in the plan. */
  towards: number[];
  /** Others that would do the same in every respect. */
  or?: string[];
  /** What leads to it and is held or an earlier step. */
  after?: string[];
  weeks: number | null;
  fee: number | null;
  provider: string | null;
  /** The last day on which its requirement is in force. */
  until: string | null;
  cautions: Remark[];
  /** What somebody has, of each goal, who stops after it. */
  if_you_stop: PlannedGoal[];
};

/** Something to look out for, and the stacking rule behind it. */
export interface Remark {
  reason: string;
  about: string;
  rule: string | null;
  says: string;
}

export interface Options {
  format: "waymark.options/2";
  on: string | null;
  advice: string;
  /** The micro-credentials that move somebody towards a goal. */
  credentials: { key: string; title: string; cautions: Remark[]; towards: Towards[] }[];
  problems: { at: string; found: string; expected: string }[];
  register: { as_at: string; sha256: string };
}

export interface Towards {
  /** The key of the goal. */
  goal: string;
  title: string;
  /** The credits that come to count and that come to be possible, of those of the goal. */
  credits: Sum;
  completes: boolean;
  cautions: Remark[];
}
