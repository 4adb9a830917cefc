import type { Asked, Handler, Office } from './case.js';
import { above, within, type Directory, type Official } from './directory.js';
import { names } from './landmarks.js';
import type { Category, PetitionKind, Role, Urgency } from './words.js';

/**
 * Who is asked first for a new case: ordered rules of the configuration, then the groups of households and landmarks of
 * the village's grid workers; nobody by either: the village's cadre, as ever. A rule accepts nothing in anybody's name.
 */
export interface RoutingRule {
  /** As the configuration calls it: shown in the history. */
  name: string;
  /** Empty: every one. */
  categories: Category[];
  urgencies: Urgency[];
  kinds: PetitionKind[];
  /** Any of them in the text; empty: whatever it says. */
  words: string[];
  /** This place and those below it; '' is the county. */
  place: string;
  to: Target;
  /** Whose target is asked where nobody holds this one's; null: the next rule that fits. */
  orElse: string | null;
}

export type Target = { role: Role } | { name: string };

/** What a rule looks at. */
export interface Petition {
  place: string;
  category: Category;
  urgency: Urgency;
  kind: PetitionKind;
  text: string;
}

type Who = Pick<Directory, 'officials' | 'find'>;

/** The first rule that fits and has somebody who can be told; null: the village's own. */
export function route(petition: Petition, rules: readonly RoutingRule[], directory: Who): Asked | null {
  for (const rule of rules.filter((one) => fits(one, petition))) {
    const who = targetOf(rule, petition, rules, directory);
    if (who) return { rule: rule.name, who };
  }
  return byLandmark(petition, directory);
}

/** Whether a rule's conditions hold. */
export function fits(rule: RoutingRule, petition: Petition): boolean {
  return (
    within(petition.place, rule.place) &&
    isOneOf(rule.categories, petition.category) &&
    isOneOf(rule.urgencies, petition.urgency) &&
    isOneOf(rule.kinds, petition.kind) &&
    (rule.words.length === 0 || rule.words.some((word) => names(petition.text, word)))
  );
}

function isOneOf<Value>(wanted: readonly Value[], value: Value): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

/**
 * Whom a rule asks for this petition: its own target, else that of the rule it names. Its conditions are not looked at;
 * a loop of `else` is a fault of the configuration and ends here anyway.
 */
export function targetOf(
  rule: RoutingRule,
  petition: Petition,
  rules: readonly RoutingRule[],
  directory: Who,
): Handler | null {
  const asked = new Set<RoutingRule>();
  for (let at: RoutingRule | undefined = rule; at && !asked.has(at);) {
    asked.add(at);
    const who = lookUp(at.to, petition, directory);
    if (who) return who;
    const next: string | null = at.orElse;
    at = next === null ? undefined : rules.find((one) => one.name === next);
  }
  return null;
}

/** Who holds a target for this place: the place itself first, then those above it. */
function lookUp(target: Target, petition: Petition, directory: Who): Handler | null {
  if ('name' in target) {
    const found = directory.find(target.name, petition.place);
    return found && 'handler' in found && found.handler.contacts.length > 0 ? found.handler : null;
  }
  for (let place: string | null = petition.place; place !== null; place = above(place)) {
    const here = holdersAt(directory.officials, target.role, place, petition.category);
    const best = here.find(({ office }) => wordOf(office, petition.text) !== null) ?? here[0];
    if (best) return toHandler(best);
  }
  return null;
}

interface Holder {
  official: Official;
  office: Office;
}

/** Departments hold what is theirs: one that lists categories is asked for no other. */
function holdersAt(officials: readonly Official[], role: Role, place: string, category: Category): Holder[] {
  return officials
    .filter((official) => official.contacts.length > 0)
    .flatMap((official) => official.offices.map((office) => ({ official, office })))
    .filter(({ office }) => office.role === role && office.place === place)
    .filter(({ office }) => role !== 'department' || isOneOf(office.categories ?? [], category));
}

/** The grid worker whose group of households or landmark the text names; the longest name is the surest. */
function byLandmark({ place, text }: Petition, { officials }: Who): Asked | null {
  const found = officials
    .filter((official) => official.contacts.length > 0)
    .flatMap((official) => official.offices.map((office) => ({ official, office })))
    .filter(({ office }) => office.place === place)
    .flatMap((holder) => {
      const word = wordOf(holder.office, text);
      return word === null ? [] : [{ holder, word }];
    });
  const [best] = found.sort((a, b) => b.word.length - a.word.length);
  return best ? { rule: best.word, who: toHandler(best.holder) } : null;
}

function wordOf({ words = [] }: Office, text: string): string | null {
  const said = words.filter((word) => names(text, word)).sort((a, b) => b.length - a.length);
  return said[0] ?? null;
}

function toHandler({ official, office }: Holder): Handler {
  return { name: official.name, role: office.role, place: office.place, contacts: official.contacts };
}
