import { outagesIn, servicesIn } from '../../cases/outage.js';
import type { Line } from '../room/line.js';
import type { Matter } from '../room/matter.js';

/** A telephone that is empty is nobody's power cut. */
const EMPTY = /(?:手机|充电宝|电动车)[^，。 ]{0,3}没电/gu;

/**
 * The line says that a service is gone and speaks of none that the matter is about: water and current are never one incident, however
 * fast the talk goes.
 */
export function tellsOfAnotherService(line: Line, matter: Matter): boolean {
  const told = toldOf(line);
  const about = aboutOf(matter);
  return told.length > 0 && about.length > 0 && !told.some((one) => about.includes(one));
}

/** The matter that the talk ties the line to; where that is about another service, the one spoken of last about its own, if any. */
export function ownService(line: Line, tied: Matter, recent: Iterable<Matter>): Matter {
  if (!tellsOfAnotherService(line, tied)) return tied;
  const told = toldOf(line);
  for (const matter of recent) if (aboutOf(matter).some((one) => told.includes(one))) return matter;
  return tied;
}

/** The services that a line which says that one is gone speaks of. */
function toldOf({ clean }: Line): string[] {
  const text = clean.text.replace(EMPTY, '');
  return clean.quote !== null || outagesIn(text).length === 0 ? [] : servicesIn(text);
}

function aboutOf({ category, texts: [first = '', ...more] }: Matter): string[] {
  return category === 'utility' ? [...servicesIn(first), ...more.flatMap(outagesIn)] : [];
}
