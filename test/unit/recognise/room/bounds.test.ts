import { NO_PAIRS, PairMemory } from '../../../../src/recognise/text/pairs.js';
import type { Reading } from '../../../../src/recognise/learn/text-model.js';
import type { Line } from '../../../../src/recognise/room/line.js';
import { nickname } from '../../../../src/recognise/room/names.js';
import { continueMatter, startMatter, type Matter } from '../../../../src/recognise/room/matter.js';
import { MatterList } from '../../../../src/recognise/room/matter-list.js';
import { RoomState } from '../../../../src/recognise/room/room-state.js';
import { SpeakerMemory } from '../../../../src/recognise/room/speaker-memory.js';
import { said } from '../../../support/room-lines.js';

const reading = (n: number): Reading => ({
  types: new Float32Array(8),
  labels: null,
  typeSums: new Float32Array(8),
  labelSums: null,
  n,
});
const line = (n: number, text = '路灯坏了', who = `v${n}`): Line => ({
  message: said(n, who, text),
  index: n,
  clean: { text, mentions: [], faces: [], quote: null },
  reading: reading(n),
  joined: null,
  memory: null,
  pairs: NO_PAIRS,
  sounds: NO_PAIRS,
  numbered: new Set([`${n}组`]),
  named: new Set(),
  nick: nickname(who),
  meToo: false,
});
const matter = (n: number): Matter =>
  startMatter(line(n), { open: true, sealed: false, category: 'utility', urgency: 'normal' });

describe('what a room remembers', () => {
  it('keeps 64 matters: closed ones go first, then the longest silent', () => {
    const matters = new MatterList();
    for (let n = 1; n <= 64; n++) matters.add(matter(n));
    const closed = matters.get('m60');
    if (closed) closed.closed = true;
    matters.add(matter(65));
    matters.add(matter(66));
    expect(matters.size).toBe(64);
    expect(matters.get('m60')).toBeUndefined();
    expect(matters.get('m1')).toBeUndefined();
    expect(matters.get('m66')).toBeDefined();
  });

  it('compares with those spoken of last', () => {
    const matters = new MatterList();
    for (let n = 1; n <= 30; n++) matters.add(matter(n));
    const old = matters.get('m1');
    if (old) matters.bump(old);
    expect(matters.recent(2).map((one) => one.id)).toEqual(['m1', 'm30']);
  });

  it('keeps a matter small, however much is said of it', () => {
    const one = matter(1);
    for (let n = 2; n <= 500; n++) continueMatter(one, line(n, '长'.repeat(5000)));
    expect(one.people.size).toBeLessThanOrEqual(40);
    expect(one.numbered.size).toBeLessThanOrEqual(12);
    expect(one.texts.length).toBeLessThanOrEqual(12);
    expect(Math.max(...one.texts.map((text) => text.length))).toBeLessThanOrEqual(120);
    expect(one.count).toBe(500);
  });

  it('forgets the speaker longest silent beyond 300', () => {
    const speakers = new SpeakerMemory();
    speakers.note(line(0, '早', 'first'), 'm1');
    for (let n = 1; n <= 300; n++) speakers.note(line(n), null);
    expect(speakers.of('first')).toBeUndefined();
    expect(speakers.of('v300')).toBeDefined();
  });

  it('reads together what one person wrote within four minutes, three lines at most', () => {
    const speakers = new SpeakerMemory();
    for (let n = 1; n <= 5; n++) speakers.note(line(n, `第${n}句`, 'v1'), null);
    const read = (n: number): number[] => speakers.before('v1', said(n, 'v1', '').at).map((one) => one.n);
    expect(read(6)).toEqual([3, 4, 5]);
    expect(read(9)).toEqual([5]);
    expect(speakers.before('v2', said(6, 'v2', '').at)).toEqual([]);
  });

  it('keeps eight lines let pass, and those only for hours', () => {
    const room = new RoomState();
    for (let n = 1; n <= 15; n++) room.settle(line(n), null);
    const ids = room.missed(said(16, 'v', '').at).map((one) => one.message.id);
    expect(ids).toEqual(['m15', 'm14', 'm13', 'm12', 'm11', 'm10', 'm9', 'm8']);
    room.found('m15');
    expect(room.missed(said(16, 'v', '').at)[0]?.message.id).toBe('m14');
    expect(room.missed(said(60 * 24, 'v', '').at)).toEqual([]);
  });
});

describe('memory of pairs', () => {
  it('knows what was added and weighs what is shared', () => {
    const memory = new PairMemory();
    memory.add({ places: Uint16Array.of(3, 4095), weights: Float32Array.of(1, 1), length: 2 });
    expect([memory.has(3), memory.has(4095), memory.has(4)]).toEqual([true, true, false]);
    const other = { places: Uint16Array.of(3, 7), weights: Float32Array.of(0.5, 1), length: 2 };
    expect(memory.weight(other)).toBe(0.5);
    expect(memory.count(other)).toBe(1);
  });
});
