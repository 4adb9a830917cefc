import {
  LAMP,
  Story,
  VILLAGE_CHAT,
  WORK_CHAT,
  handler,
  heard,
  laohe,
  li,
  power,
  zhou,
} from '../../support/case-world.js';

const give = { type: 'assign', to: handler(power), dueBy: null } as const;
const at = '@老贺\u2005';

describe('the receipt', () => {
  it('says who has it and by when, to the petitioner, and nothing to anybody else', () => {
    const { notices } = new Story();
    expect(heard(notices)).toEqual(['case_chat receipt']);
    expect(notices[0]).toMatchObject({
      values: { at, case: '#12', matter: '#12 中院子路灯不亮，晚上看不见', who: '周小满', due: '今天12点前' },
      mention: [{ id: 'wxid_he' }],
      priority: 'receipt',
      announces: 'received',
    });
  });

  it('names the place when no cadre is known', () => {
    expect(new Story({}, { staff: { keepers: [], leaders: [] } }).notices[0]?.values['who']).toBe('石门社区');
  });

  it('names first who can be reached', () => {
    const keepers = [
      { name: '彭立新', contacts: [] },
      { name: '周小满', contacts: ['wxid_zhou'] },
    ];
    expect(new Story({}, { staff: { keepers, leaders: [] } }).notices[0]?.values['who']).toBe('周小满');
  });

  it('mentions the registrar of a case registered for somebody, and names both', () => {
    const { notices } = new Story({
      petitioner: { id: '', name: '五保户老张' },
      registrar: { id: zhou.id, name: '周小满' },
    });
    expect(notices[0]).toMatchObject({ key: 'receipt_registered', mention: [{ id: zhou.id }] });
    expect(notices[0]?.values).toMatchObject({ at: '@周小满\u2005', petitioner: '五保户老张' });
  });

  it('mentions the villager too when the bot can reach them', () => {
    const { notices } = new Story({ registrar: { id: zhou.id, name: '周小满' } });
    expect(notices[0]).toMatchObject({ key: 'receipt', mention: [{ id: zhou.id }, { id: laohe.id }] });
  });

  it('confirms to who registered from the work group', () => {
    const story = new Story({}, { chat: WORK_CHAT, home: VILLAGE_CHAT });
    expect(heard(story.notices)).toEqual(['case_chat receipt', 'reply registered']);
    expect(story.case.spoken).toBe(1);
  });

  it('mentions nobody in a private chat, and tells the cadre, who has not seen it', () => {
    const { notices } = new Story({}, { chat: { id: laohe.id, room: false } });
    expect(heard(notices)).toEqual(['case_chat receipt', 'person:wxid_zhou raised_privately']);
    expect(notices[0]).toMatchObject({ mention: [], values: { at: '' } });
    expect(notices[1]?.values['matter']).toBe('石门社区#12 中院子路灯不亮，晚上看不见');
  });

  it('puts its own values in where a picture has no words', () => {
    expect(new Story({ text: '' }).notices[0]?.values['matter']).toBe('#12');
  });
});

describe('an emergency', () => {
  const wire = { ...LAMP, urgency: 'emergency', text: '电线掉在路上' } as const;

  it('mentions who has to run, and reaches them on every way', () => {
    const { notices } = new Story(wire);
    expect(heard(notices)).toEqual([
      'case_chat receipt_emergency',
      'person:wxid_zhou emergency_alert',
      'person:wxid_li emergency_alert',
      'work_group emergency_alert',
    ]);
    expect(notices[0]).toMatchObject({
      values: { notified: '@周小满\u2005@李望秋\u2005' },
      mention: [{ id: laohe.id }, { id: zhou.id }, { id: li.id }],
    });
    expect(new Set(notices.map((notice) => notice.priority))).toEqual(new Set(['emergency']));
  });

  it('claims to have told nobody who cannot be told', () => {
    const { notices } = new Story(wire, {
      staff: { keepers: [{ name: '周小满', contacts: [] }], leaders: [] },
    });
    expect(notices[0]?.key).toBe('receipt_emergency_alone');
    expect(heard(notices)).toContain('work_group emergency_alert');
  });

  it('keeps its priority to the end, so that quiet hours hold none of it', () => {
    const story = new Story(wire).do(give, zhou);
    expect(story.notices.every((notice) => notice.priority === 'emergency')).toBe(true);
  });
});
