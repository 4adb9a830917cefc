import type { DutyFile } from './duty.js';
import { didYouMean, type Fault } from './fault.js';
import { shown } from './issues.js';
import type { YamlFile, YamlPath } from './yaml.js';

interface Entry {
  index: number;
  value: DutyFile;
}

/** What one line of the roster does not show by itself: people and places that do not exist, days that cannot be. */
export function checkDuty(yaml: YamlFile, entries: Entry[], places: string[], names: string[]): Fault[] {
  return entries.flatMap(({ index, value }) => [
    ...checkPlace(yaml, index, value, places),
    ...checkPeople(yaml, index, value, names),
    ...checkDays(yaml, index, value),
  ]);
}

function checkPlace(yaml: YamlFile, index: number, { place }: DutyFile, places: string[]): Fault[] {
  if (places.includes(place)) return [];
  const near = didYouMean(place, places);
  const add = 'write the place of one of the groups, or one above it ("" is the county)';
  const mend = near === null ? add : `did you mean "${near}"? Else ${add}`;
  return [yaml.fault(['duty', index, 'place'], `the place "${shown(place)}" does not exist`, mend)];
}

function checkPeople(yaml: YamlFile, index: number, { people }: DutyFile, names: string[]): Fault[] {
  return people.flatMap((name, i) => {
    if (names.includes(name)) return [];
    const near = didYouMean(name, names);
    const add = 'list them under people, with a role, or take the name out';
    const mend = near === null ? add : `did you mean "${near}"? Else ${add}`;
    return [yaml.fault(['duty', index, 'people', i], `nobody of the directory is called "${shown(name)}"`, mend)];
  });
}

function checkDays(yaml: YamlFile, index: number, { days, from, to }: DutyFile): Fault[] {
  const at = (key: string): YamlPath => ['duty', index, key];
  if (days && (from !== undefined || to !== undefined))
    return [yaml.fault(at('days'), 'weekdays and dates in one line', 'write one of them; two lines for both')];
  if (to !== undefined && from === undefined)
    return [yaml.fault(at('to'), 'a last day without a first', 'write from: too, like 2026-05-01')];
  if (from !== undefined && to !== undefined && to < from)
    return [yaml.fault(at('to'), `the last day, ${to}, is before the first`, 'write the later day after to:')];
  return [];
}
