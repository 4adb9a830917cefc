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
  if (matter.category !== 'utility' || line.clean.quote !== null) return false;
  const text = line.clean.text.replace(EMPTY, '');
  if (outagesIn(text).length === 0) return false;
  const [first = '', ...more] = matter.texts;
  const about = [...servicesIn(first), ...more.flatMap(outagesIn)];
  return about.length > 0 && !servicesIn(text).some((one) => about.includes(one));
}
