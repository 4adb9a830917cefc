import type { Handler, Office } from './case.js';
import { nameTests, type NameTest } from './directory-names.js';
import { above, placeName, within, type Official } from './directory.js';

export type Found = { handler: Handler } | { several: string[] } | null;

/** An official with the office that a name was found for. */
interface Holder {
  official: Official;
  office: Office;
}

/**
 * Who is meant by this name, seen from `from`: the surest way of naming first, and for each way the place itself, then
 * those above it, then those below. Neighbouring places are never searched: their 周支书 is somebody else.
 */
export function findOfficial(
  officials: readonly Official[],
  name: string,
  from: string,
  county: string,
): Found {
  const reachable = officials.flatMap((official) => holdersNear(official, from));
  const names = [county, ...ladder(from).map((place) => placeName(place, county))];
  for (const test of nameTests(name, names)) {
    const found = nearest(reachable, test, from);
    if (found.length > 0) return answer(found, county);
  }
  return null;
}

function holdersNear(official: Official, from: string): Holder[] {
  return official.offices
    .filter(({ place }) => within(from, place) || within(place, from))
    .map((office) => ({ official, office }));
}

function nearest(holders: readonly Holder[], test: NameTest, from: string): Holder[] {
  const matching = holders.filter(({ official, office }) => test(official, office.role));
  for (const place of ladder(from)) {
    const here = matching.filter(({ office }) => office.place === place);
    if (here.length > 0) return oncePerOfficial(here);
  }
  return oncePerOfficial(matching);
}

function oncePerOfficial(holders: Holder[]): Holder[] {
  return holders.filter(({ official }, i) => holders.findIndex((other) => other.official === official) === i);
}

function answer(found: Holder[], county: string): Found {
  const [first] = found;
  if (first === undefined) return null;
  if (found.length === 1) return { handler: toHandler(first) };
  return { several: found.map((holder) => label(holder, found, county)) };
}

/** The place joins the name only where the names alone do not tell them apart. */
function label({ official, office }: Holder, all: Holder[], county: string): string {
  const doubled = all.filter((other) => other.official.name === official.name).length > 1;
  return doubled ? `${official.name}（${placeName(office.place, county)}）` : official.name;
}

function toHandler({ official, office }: Holder): Handler {
  return { name: official.name, role: office.role, place: office.place, contacts: official.contacts };
}

/** The place and all above it, up to the county. */
function ladder(from: string): string[] {
  const up = above(from);
  return up === null ? [from] : [from, ...ladder(up)];
}
