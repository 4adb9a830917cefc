import { reported } from '../../../src/bot/reported.js';
import { buildDirectory } from '../../../src/cases/directory-build.js';
import type { Decision } from '../../../src/cases/message.js';
import { sampleItem } from '../../support/case-samples.js';

const directory = buildDirectory(
  {
    county: '衡岭县',
    groups: [{ topic: '石门群', id: null, mode: 'live', kind: 'village', place: '店门镇/石门社区' }],
    people: [
      {
        name: '周小满',
        role: 'village_cadre',
        place: '店门镇/石门社区',
        contacts: ['wxid_zhou'],
        categories: [],
      },
      { name: '欧清和', role: 'inspector', place: '', contacts: ['wxid_ou'], categories: [] },
      { name: '交通局', role: 'department', place: '', contacts: ['wxid_jt'], categories: ['road'] },
    ],
    duty: [],
  },
  {},
  {},
);
const chatter: Decision = {
  action: 'ignore',
  intent: 'chatter',
  category: '',
  urgency: '',
  sealed: false,
  matter: null,
  confidence: 0.2,
  ask: true,
};
const heard = (text: string, decision: Decision = chatter): Decision =>
  reported(directory, sampleItem('m1', { reply: text, text }).message, decision);

describe('who says 举报 and names an official', () => {
  it.each(['我要举报欧清和，他收了两条烟', '周小满把救灾款私分了，我要举报他', '检举周主任'])(
    'is put before the inspectors, whatever the room spoke of: %s',
    (text) => {
      const sealed = { action: 'suggest', intent: 'discipline', sealed: true, matter: 'm1', ask: false };
      expect(heard(text)).toMatchObject(sealed);
      // As more about a lamp it would have become part of the lamp's case, for everybody there to read.
      expect(heard(text, { ...chatter, intent: 'followup', matter: 'm0' })).toMatchObject(sealed);
    },
  );

  it.each(['举报电话是多少', '再赌我就举报你', '周小满是个好人', '举报交通局的车乱停', '我举报了那个骗子'])(
    'and nobody else: %s',
    (text) => {
      expect(heard(text)).toBe(chatter);
    },
  );

  it('what is sealed already stays as it was heard', () => {
    const open: Decision = { ...chatter, action: 'open', sealed: true, intent: 'discipline', matter: 'm1' };
    expect(heard('我要举报周小满', open)).toBe(open);
  });
});
