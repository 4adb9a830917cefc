import { buildDirectory } from '../cases/directory-build.js';
import type { DirectoryEntries } from '../cases/directory-entries.js';
import { within, type Directory } from '../cases/directory.js';
import { fits, targetOf, type Petition, type RoutingRule } from '../cases/routing.js';
import { CATEGORIES, type Category } from '../cases/words.js';
import { didYouMean, type Fault } from './fault.js';
import type { YamlFile } from './yaml.js';

/**
 * What no single rule shows: a loop of `else`, a target that nobody holds, a place that does not exist, a rule that an
 * earlier one always comes before, a category that nobody gets.
 */
export function checkRouting(yaml: YamlFile, rules: readonly RoutingRule[], entries: DirectoryEntries): Fault[] {
  if (rules.length === 0) return [];
  // Who has no contact yet enrols later: for what the rules mean they are there.
  const people = entries.people.map((one) => ({ ...one, contacts: one.contacts.length > 0 ? one.contacts : ['later'] }));
  const directory = buildDirectory({ ...entries, people }, {}, {});
  const scene = { yaml, rules, directory, villages: villagesOf(entries) };
  const faults = rules.flatMap((rule, i) => [
    ...doubled(scene, rule, i),
    ...badElse(scene, rule, i),
    ...badPlace(scene, rule, i),
    ...nobody(scene, rule, i),
  ]);
  return faults.length > 0 ? faults : [...rules.flatMap((rule, i) => shadowed(scene, rule, i)), ...gaps(scene)];
}

interface Scene {
  yaml: YamlFile;
  rules: readonly RoutingRule[];
  directory: Directory;
  villages: string[];
}

function villagesOf(entries: DirectoryEntries): string[] {
  return [...new Set(entries.groups.filter((one) => one.kind === 'village').map((one) => one.place))];
}

function doubled({ yaml, rules }: Scene, rule: RoutingRule, i: number): Fault[] {
  const first = rules.findIndex((one) => one.name === rule.name);
  if (first === i) return [];
  const what = `a rule is called "${rule.name}" already (line ${yaml.line(['routing', first])})`;
  return [yaml.fault(['routing', i, 'rule'], what, 'give this one a name of its own: the history shows it')];
}

function badElse({ yaml, rules }: Scene, rule: RoutingRule, i: number): Fault[] {
  if (rule.orElse === null) return [];
  const path = ['routing', i, 'else'];
  const known = rules.map((one) => one.name);
  if (!known.includes(rule.orElse)) {
    const near = didYouMean(rule.orElse, known);
    const mend = `${near === null ? '' : `did you mean "${near}"? `}write the name of a rule: ${known.join(', ')}`;
    return [yaml.fault(path, `no rule is called "${rule.orElse}"`, mend)];
  }
  const way = loopFrom(rule, rules);
  if (way === null) return [];
  return [yaml.fault(path, `a loop: ${way.join(' → ')}`, 'let the last of them end without else')];
}

/** The way back to the rule itself; null when its `else` ends somewhere. */
function loopFrom(rule: RoutingRule, rules: readonly RoutingRule[]): string[] | null {
  const way = [rule.name];
  let next = rule.orElse;
  while (next !== null && way.length <= rules.length) {
    way.push(next);
    if (next === rule.name) return way;
    const at: string = next;
    next = rules.find((one) => one.name === at)?.orElse ?? null;
  }
  return null;
}

function badPlace({ yaml, directory }: Scene, rule: RoutingRule, i: number): Fault[] {
  if (directory.places.includes(rule.place)) return [];
  const near = didYouMean(rule.place, directory.places);
  const mend = `${near === null ? '' : `did you mean "${near}"? `}write a place of directory.yaml, like 店门镇/石门社区`;
  return [yaml.fault(['routing', i, 'place'], `the place "${rule.place}" does not exist`, mend)];
}

/** A target that nobody holds for any village that the rule is about. */
function nobody(scene: Scene, rule: RoutingRule, i: number): Fault[] {
  if (!scene.directory.places.includes(rule.place)) return [];
  if (about(scene, rule).some((petition) => has(scene, { ...rule, orElse: null }, petition))) return [];
  const what = 'name' in rule.to ? `"${rule.to.name}" is nobody in directory.yaml` : `nobody is ${rule.to.role} there`;
  const where = rule.place === '' ? '' : ` for ${rule.place} or above it`;
  return [scene.yaml.fault(['routing', i, 'to'], `${what}${where}`, 'add them to people in directory.yaml, or write whom to ask instead')]; // prettier-ignore
}

/** One petition of each category in each village that a rule is about: what its target depends on. */
function about({ villages }: Scene, rule: RoutingRule): Petition[] {
  const categories = rule.categories.length > 0 ? rule.categories : CATEGORIES;
  const places = villages.filter((place) => within(place, rule.place));
  return places.flatMap((place) => categories.map((category) => ({ ...NOTHING, place, category })));
}

const NOTHING: Petition = { place: '', category: 'other', urgency: 'normal', kind: 'petition', text: '' };

function has({ rules, directory }: Scene, rule: RoutingRule, petition: Petition): boolean {
  return targetOf(rule, petition, rules, directory) !== null;
}

/** Everything that this rule is about goes by an earlier one, wherever it is raised. */
function shadowed(scene: Scene, rule: RoutingRule, i: number): Fault[] {
  const first = scene.rules.slice(0, i).findIndex((one) => covers(one, rule) && about(scene, rule).every((petition) => has(scene, one, petition))); // prettier-ignore
  const earlier = scene.rules[first];
  if (earlier === undefined) return [];
  const line = scene.yaml.line(['routing', first]);
  const what = `this rule never decides: "${earlier.name}" (line ${line}) comes first`;
  return [scene.yaml.fault(['routing', i], what, 'put it before that one, or take it out')];
}

/** Whether every petition that the second fits is one that the first fits, too. */
function covers(first: RoutingRule, second: RoutingRule): boolean {
  return (
    within(second.place, first.place) &&
    holds(first.categories, second.categories) &&
    holds(first.urgencies, second.urgencies) &&
    holds(first.kinds, second.kinds) &&
    holds(first.words, second.words)
  );
}

/** An empty list is every value. */
function holds<Value>(all: readonly Value[], some: readonly Value[]): boolean {
  return all.length === 0 || (some.length > 0 && some.every((value) => all.includes(value)));
}

/** Villages without any cadre or leader of their own, where no rule gives a category to somebody. */
function gaps(scene: Scene): Fault[] {
  const bare = scene.villages.filter((place) => !hasKeeper(scene.directory, place));
  return bare.flatMap((place) => {
    const lost = CATEGORIES.filter((category) => !gets(scene, place, category));
    if (lost.length === 0) return [];
    const what = `nobody gets ${lost.join(', ')} in ${place}: it has no cadre, no leader, and no rule for them`;
    return [scene.yaml.fault(['routing'], what, 'add a rule, or somebody to people in directory.yaml')];
  });
}

/** Only a rule that asks for nothing else gives a category to somebody for sure. */
function gets(scene: Scene, place: string, category: Category): boolean {
  const petition = { ...NOTHING, place, category };
  return scene.rules.some(
    (rule) =>
      rule.urgencies.length + rule.kinds.length + rule.words.length === 0 &&
      fits(rule, petition) &&
      has(scene, rule, petition),
  );
}

function hasKeeper(directory: Directory, place: string): boolean {
  if (directory.holders(['village_head', 'village_cadre', 'grid_worker'], place).length > 0) return true;
  return directory.officials.some((one) =>
    one.offices.some((office) => office.role === 'township_leader' && within(place, office.place)),
  );
}
