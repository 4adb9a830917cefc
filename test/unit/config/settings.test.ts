import { settingsSchema, toSettings } from '../../../src/config/settings.js';
import { faultsIn, valueOf } from '../../support/config-text.js';

const read = (text: string) => toSettings(valueOf(text, settingsSchema));
const faults = (text: string) => faultsIn(text, settingsSchema);

describe('settings.yaml', () => {
  it('is all defaults when empty', () => {
    expect(read('')).toEqual({
      mode: 'live',
      quietHours: { from: 22 * 60, to: 7 * 60 },
      pacing: { on: true, perChatMs: 1000, betweenChatsMs: 3000, perMinute: 40, mergeWindowMs: 3000 },
      workingHours: { from: 510, to: 1050 },
      restDays: [],
      workDays: [],
      waits: { days: 5, most: 2 },
      dailyAt: 18 * 60,
      posts: {
        weeklyAt: { weekday: 1, minute: 9 * 60 },
        monthlyAt: { day: 1, minute: 9 * 60 },
        pictures: true,
        dailyPictures: 'county',
        weights: { answeredOnTime: 0.1, solved: 0.5, satisfied: 0.4 },
        rankFromCases: 5,
      },
      closeAfterDays: 7,
      declineConsent: false,
      idleMs: 168 * 3_600_000,
      staleAfterMs: 600_000,
      messageChars: 600,
      privacy: {
        retentionDays: { closed: 730, declined: 180, withdrawn: 90, merged: 730, void: 30 },
        exportFull: false,
      },
      correctionsDays: 365,
      joint: { villages: 3, withinMs: 3 * 3600_000 },
      gapTellMs: 60_000,
      alarmAfterMs: 300_000,
      webhook: null,
      reader: null,
      voice: null,
      voiceSuggestions: true,
    });
  });

  it('reads the county’s own servers', () => {
    const settings = read(
      [
        'reader: { url: http://10.1.2.3:8000/v1, model: qwen, extra: { chat_template_kwargs: { enable_thinking: false } } }',
        'voice: { url: https://asr.example/v1, model: sense, key_file: asr.key, timeout_s: 20, max_mb: 0.5 }',
        'voice_suggestions: off',
      ].join('\n'),
    );
    expect(settings.reader).toEqual({
      url: 'http://10.1.2.3:8000/v1',
      model: 'qwen',
      keyEnv: 'HUIYIN_READER_KEY',
      keyFile: null,
      timeoutMs: 4_000,
      perHour: 600,
      atOnce: 4,
      extra: { chat_template_kwargs: { enable_thinking: false } },
    });
    expect(settings.voice).toMatchObject({ keyFile: 'asr.key', timeoutMs: 20_000, maxSeconds: 60, maxBytes: 524_288 });
    expect(settings.voiceSuggestions).toBe(false);
    expect(read('reader:\nvoice:\n')).toMatchObject({ reader: null, voice: null });
  });

  it.each(['off', '"off"', 'false'])('quiet_hours: %s means none', (off) => {
    expect(read(`quiet_hours: ${off}`).quietHours).toBeNull();
  });

  it('reads quiet hours with or without quotes, over midnight or not', () => {
    expect(read('quiet_hours: 21:30-06:05').quietHours).toEqual({ from: 1290, to: 365 });
    expect(read('quiet_hours: "12:00 - 14:00"').quietHours).toEqual({ from: 720, to: 840 });
  });

  it.each([
    ['on', true],
    ['off', false],
    ['true', true],
    ['false', false],
    ['"off"', false],
  ])('pacing: %s', (text, on) => {
    expect(read(`pacing: ${text}`).pacing.on).toBe(on);
  });

  it('reads what acceptance sets', () => {
    const settings = read('daily_at: "07:30"\nclose_after_days: 3\nstale_after_s: 60\nmode: trial\n');
    expect(settings).toMatchObject({ dailyAt: 450, closeAfterDays: 3, staleAfterMs: 60_000, mode: 'trial' });
  });

  it('takes a web address for alarms, or nothing', () => {
    expect(read('webhook: https://alarm.example/hook?key=1').webhook).toBe('https://alarm.example/hook?key=1');
    expect(read("webhook: ''").webhook).toBeNull();
    expect(read('webhook:').webhook).toBeNull();
  });
});

describe('faults of settings.yaml', () => {
  it.each([
    ['quiet_hour: off', 'x.yaml:1 quiet_hour: unknown key "quiet_hour"; did you mean "quiet_hours"? Known here: mode, quiet_hours'],
    ['mode: tral', 'x.yaml:1 mode: "tral" is not known here; did you mean "trial"? write one of: live, trial'],
    ['quiet_hours: 10pm-7am', 'x.yaml:1 quiet_hours: these are no quiet hours; write them like "22:00-07:00", between quotes, or off'],
    ['quiet_hours: 25:00-07:00', 'x.yaml:1 quiet_hours: these are no quiet hours'],
    ['quiet_hours: 22:00-22:00', 'x.yaml:1 quiet_hours: quiet hours begin and end at the same minute; write off for none'],
    ['quiet_hours: true', 'x.yaml:1 quiet_hours: these are no quiet hours'],
    ['pacing: of', 'x.yaml:1 pacing: this is neither on nor off; write on or off'],
    ['daily_at: 18', 'x.yaml:1 daily_at: this is a number, not text; put it between quotes: "18"'],
    ['daily_at: 24:30', 'x.yaml:1 daily_at: this is not a time of day; write it like "18:00", between quotes'],
    ['close_after_days: seven', 'x.yaml:1 close_after_days: this is text, not a number; write a number here'],
    ['close_after_days: 0', 'x.yaml:1 close_after_days: too small or too short; write more than 0'],
    ['per_minute: 1000', 'x.yaml:1 per_minute: too large or too long; write at most 600'],
    ['stale_after_s: -1', 'x.yaml:1 stale_after_s: too small or too short; write at least 0'],
    ['reader: { model: q }', 'x.yaml:1 reader.url: missing; write text here'],
    ['reader: { url: ftp://a/v1, model: q }', 'x.yaml:1 reader.url: this is not the address of a server; write http://host:port/v1 or https://…'],
    ['reader: { url: "http://me:secret@a/v1", model: q }', 'x.yaml:1 reader.url: the address holds a name or password; write it without, and put the key into key_env or key_file'],
    ['reader: { url: http://a/v1, model: q, key: abc }', 'x.yaml:1 reader.key: unknown key "key"'],
    ['reader: { url: http://a/v1, model: q, key_env: sk-123 }', 'x.yaml:1 reader.key_env: this is not the name of an environment variable; write its name, not the key'],
    ['reader: { url: http://a/v1, model: q, timeout_s: 90 }', 'x.yaml:1 reader.timeout_s: too large or too long; write at most 30'],
    ['voice: on', 'x.yaml:1 voice: this is text, not a block of "key: value" lines'],
    ['daily_at:', 'x.yaml:1 daily_at: empty; write text here, or take the line out'],
    ['- live', 'x.yaml:1: this is a list, not a block of "key: value" lines; write a block of "key: value" lines here'],
    ['live', 'x.yaml:1: this is text, not a block of "key: value" lines'],
  ])('%s', (text, expected) => {
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('tells all faults at once, each with its line', () => {
    const found = faults('mode: dead\n# a comment\npacing: of\ndayly_at: "18:00"\n');
    expect(found.map((fault) => fault.split(':')[1]?.split(' ')[0])).toEqual(['1', '3', '4']);
  });

  it('never repeats a webhook address, which carries a key', () => {
    const found = faults('webhook: ftp://alarm.example/SECRETKEY');
    expect(found).toEqual(['x.yaml:1 webhook: this is not a web address; write https://… or leave it empty']);
  });
});
