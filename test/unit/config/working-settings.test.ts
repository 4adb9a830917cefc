import { checkSettings } from '../../../src/config/settings-checks.js';
import { settingsSchema, toSettings } from '../../../src/config/settings.js';
import { faultsIn, valueOf } from '../../support/config-text.js';

const read = (text: string) => toSettings(valueOf(text, settingsSchema));
const faults = (text: string) => faultsIn(text, settingsSchema, checkSettings);

describe('working time in settings.yaml', () => {
  it.each(['off', '"off"', 'false'])('working_hours: %s means the plain clock', (off) => {
    expect(read(`working_hours: ${off}`).workingHours).toBeNull();
  });

  it('reads hours, days and stretches of days', () => {
    const settings = read(
      'working_hours: 8:00-18:00\nrest_days: [2026-07-15, "2026-07-30..2026-08-01", 2026-07-31]\nwork_days: [2026-05-01]\nwait_days: 3\nwaits_max: 0',
    );
    expect(settings).toMatchObject({
      workingHours: { from: 480, to: 1080 },
      restDays: ['2026-07-15', '2026-07-30', '2026-07-31', '2026-08-01'],
      workDays: ['2026-05-01'],
      waits: { days: 3, most: 0 },
    });
  });

  it.each([
    ['working_hours: 17:30-08:30', 'x.yaml:1 working_hours: work ends before it begins; write the earlier hour first'],
    ['working_hours: 08:30-08:30', 'work ends before it begins'],
    ['working_hours: true', 'these are no working hours; write them like "08:30-17:30", between quotes, or off'],
    ['rest_days: 2026-07-15', 'x.yaml:1 rest_days: this is text, not a list'],
    ['rest_days: [7月15日]', 'x.yaml:1 rest_days[0]: this is no day; write it like 2026-07-15'],
    ['rest_days: [20260715]', 'this is a number, not text'],
    ['rest_days: [2026-02-30]', 'there is no such day; look at the calendar again'],
    ['rest_days: [2026-07-25..2026-07-15]', 'this ends before it begins; write the earlier day first'],
    ['rest_days: [2026-07-01..2026-09-01]', 'these are too many days; write at most 31 in one entry'],
    ['rest_days: [1970-01-01..9999-12-31]', 'these are too many days'],
    ['rest_days: [2026-07-15]\nwork_days: [2026-05-09, 2026-07-14..2026-07-15]', 'x.yaml:2 work_days[1]: 2026-07-15 stands under rest_days, too; take it out of one of the two'],
    ['rest_days: [2026-07-01..2026-07-31, 2026-08-01..2026-08-20]', 'from 2026-07-01 on nobody works for more than 40 days'],
    ['wait_days: 0', 'wait_days: too small or too short; write at least 1'],
  ])('%s', (text, expected) => {
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('takes a month of rest, and a holiday that is worked', () => {
    expect(faults('rest_days: [2026-07-01..2026-07-31]\nwork_days: [2026-05-01..2026-05-05]')).toEqual([]);
  });
});
