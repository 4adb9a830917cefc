import { Matters } from '../../../../src/recognise/context/matters.js';
import { MissedLines } from '../../../../src/recognise/context/missed.js';
import { Speakers } from '../../../../src/recognise/context/speakers.js';
import { utter } from '../../../../src/recognise/context/utterance.js';
import { newMatter } from '../../../../src/recognise/opening.js';
import { RULES } from '../../../../src/recognise/rules/rule-scorer.js';
import { said } from '../../../support/room-lines.js';

const line = (n: number) => utter(said(n, `v${n}`, '路灯坏了'), n, RULES);

describe('what a room remembers', () => {
  it('keeps 64 matters: closed ones go first, then the longest silent', () => {
    const matters = new Matters();
    for (let n = 1; n <= 64; n++) matters.add(newMatter(line(n), n, true, false));
    const closed = matters.get('m60');
    if (closed) closed.closed = true;
    matters.add(newMatter(line(65), 65, true, false));
    matters.add(newMatter(line(66), 66, true, false));
    expect(matters.size).toBe(64);
    expect(matters.get('m60')).toBeUndefined();
    expect(matters.get('m1')).toBeUndefined();
    expect(matters.get('m66')).toBeDefined();
  });

  it('compares with those spoken of last', () => {
    const matters = new Matters();
    for (let n = 1; n <= 30; n++) matters.add(newMatter(line(n), n, true, false));
    const old = matters.get('m1');
    if (old) matters.bump(old);
    expect(matters.recent(2).map((m) => m.id)).toEqual(['m1', 'm30']);
  });

  it('forgets the speaker longest silent beyond 300', () => {
    const speakers = new Speakers();
    speakers.of('first').matter = 'm1';
    for (let n = 0; n < 300; n++) speakers.of(`v${n}`);
    expect(speakers.of('first').matter).toBeNull();
  });

  it('keeps ten missed lines, and those only for hours', () => {
    const missed = new MissedLines();
    for (let n = 1; n <= 15; n++) missed.remember(line(n));
    expect(missed.recent(said(16, 'v', '').at).map((l) => l.id)).toEqual([
      'm6',
      'm7',
      'm8',
      'm9',
      'm10',
      'm11',
      'm12',
      'm13',
      'm14',
      'm15',
    ]);
    expect(missed.recent(said(60 * 24, 'v', '').at)).toEqual([]);
  });
});
