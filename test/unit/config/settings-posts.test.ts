import { settingsSchema, toSettings } from '../../../src/config/settings.js';
import { faultsIn, valueOf } from '../../support/config-text.js';

const posts = (text: string) => toSettings(valueOf(text, settingsSchema)).posts;
const faults = (text: string) => faultsIn(text, settingsSchema);

describe('the posts in settings.yaml', () => {
  it.each([
    ['周一 09:00', 1, 540],
    ['周五17:30', 5, 1050],
    ['星期天 8:05', 7, 485],
    ['周日 20:00', 7, 1200],
  ])('weekly_at: %s', (text, weekday, minute) => {
    expect(posts(`weekly_at: "${text}"`).weeklyAt).toEqual({ weekday, minute });
  });

  it.each([
    ['1日 09:00', 1, 540],
    ['28号 18:30', 28, 1110],
  ])('monthly_at: %s', (text, day, minute) => {
    expect(posts(`monthly_at: "${text}"`).monthlyAt).toEqual({ day, minute });
  });

  it.each(['off', '"off"', 'false'])('%s is never', (off) => {
    expect(posts(`weekly_at: ${off}\nmonthly_at: ${off}\npictures: ${off}`)).toMatchObject({
      weeklyAt: null,
      monthlyAt: null,
      pictures: false,
    });
  });

  it.each(['周八 09:00', '周一', '09:00', '周一 25:00'])('weekly_at: %s is one clear line', (text) => {
    expect(faults(`weekly_at: "${text}"`).join()).toContain('write it like "周一 09:00"');
    expect(faults(`weekly_at: "${text}"`)).toHaveLength(1);
  });

  it.each(['31日 09:00', '0日 09:00', '1 09:00', '月底'])('monthly_at: %s is one clear line', (text) => {
    expect(faults(`monthly_at: "${text}"`).join()).toContain('a day from 1 to 28');
  });

  it('weights must sum to one', () => {
    const weights = 'composite: { answered_on_time: 0.2, solved: 0.5, satisfied: 0.3 }';
    expect(posts(weights).weights).toEqual({ answeredOnTime: 0.2, solved: 0.5, satisfied: 0.3 });
    const wrong = faults('composite: { answered_on_time: 0.2, solved: 0.5, satisfied: 0.4 }');
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain('sum to one');
    expect(faults('composite: { answered_on_time: 0.1, solved: 0.5 }')).not.toEqual([]);
    expect(faults('composite: { answered_on_time: -0.1, solved: 0.7, satisfied: 0.4 }')).not.toEqual([]);
  });
});
