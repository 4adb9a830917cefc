import { z } from 'zod';
import { dayList } from './day-list.js';
import type { PostSettings } from '../cases/posts/settings.js';
import { strict } from './issues.js';
import { postKeys, toPosts } from './settings-posts.js';
import { privacyKeys, toPrivacy, type PrivacySettings } from './settings-privacy.js';
import { readerSchema, toServer, voiceSchema, type ReaderServer, type VoiceServer } from './servers.js';

/** settings.yaml, read. Times are milliseconds; hours of the day are minutes after midnight in Asia/Shanghai. */
export interface Settings {
  mode: 'live' | 'trial';
  /** Only emergencies and answers to somebody who just asked; may run over midnight. null: off. */
  quietHours: { from: number; to: number } | null;
  pacing: Pacing;
  /** When officials are at work: their deadlines count in these. null: in plain time. */
  workingHours: { from: number; to: number } | null;
  /** Days of the county's own, `2026-07-15`: off, or worked, whatever the table of holidays says. */
  restDays: string[];
  workDays: string[];
  /** How often a case's clock may wait for the villager, and for how many (working) days each time. */
  waits: { days: number; most: number };
  /** When the daily post goes out. */
  dailyAt: number;
  /** The weekly and monthly posts, and the pictures. */
  posts: PostSettings;
  /** A resolved case that nobody rated closes after so many days. */
  closeAfterDays: number;
  /** Messages older than this at login are not answered. */
  staleAfterMs: number;
  /** An outgoing text longer than this (characters) is split by line. */
  messageChars: number;
  /** How long cases keep what is personal, and what exports show. */
  privacy: PrivacySettings;
  /** What cadres confirmed and corrected is kept so long, masked; 0: not at all. */
  correctionsDays: number;
  /** So many villages of a township with the same matter within this time are offered as one; null: never. */
  joint: { villages: number; withinMs: number } | null;
  /** An assignment on which nothing was said for so long returns to the village head; null: never. */
  idleMs: number | null;
  /** 不予受理 waits for a second official's word. */
  declineConsent: boolean;
  /** A gap in the connection longer than this is told to the work groups. */
  gapTellMs: number;
  /** The gateway away, or the account logged out, for so long raises the alarm. */
  alarmAfterMs: number;
  /** Alarms are posted here as JSON; null: only logged. A secret: such addresses carry keys. */
  webhook: string | null;
  /** The second reader; null: none. */
  reader: ReaderServer | null;
  /** Transcription of voice messages; null: none. */
  voice: VoiceServer | null;
  /** A voice message that nobody transcribes and that belongs to no matter is put before the cadre. */
  voiceSuggestions: boolean;
}

/** Slow enough for a chat account to stay unnoticed. Off: no waiting between messages; merging stays. */
export interface Pacing {
  on: boolean;
  perChatMs: number;
  betweenChatsMs: number;
  perMinute: number;
  mergeWindowMs: number;
}

const TIME = '([01]?\\d|2[0-3]):([0-5]\\d)';
const timeOfDay = z
  .string()
  .regex(new RegExp(`^${TIME}$`), 'this is not a time of day; write it like "18:00", between quotes')
  .transform(minutes);

// zod reports a text by the text's own rule and other kinds by the union's: both carry the same line.
const HOURS = 'these are no quiet hours; write them like "22:00-07:00", between quotes, or off';
const quietHours = z
  .union([z.literal(false), z.string().regex(new RegExp(`^(off|${TIME} ?- ?${TIME})$`), HOURS)], HOURS)
  .transform(span)
  .refine(
    (hours) => hours === null || hours.from !== hours.to,
    'quiet hours begin and end at the same minute; write off for none',
  );

const WORK = 'these are no working hours; write them like "08:30-17:30", between quotes, or off';
const workingHours = z
  .union([z.literal(false), z.string().regex(new RegExp(`^(off|${TIME} ?- ?${TIME})$`), WORK)], WORK)
  .transform(span)
  .refine(
    (hours) => hours === null || hours.from < hours.to,
    'work ends before it begins; write the earlier hour first, or off for plain clock time',
  );

const onOff = z
  .union([z.boolean(), z.enum(['on', 'off'])], 'this is neither on nor off; write on or off')
  .transform((value) => value === true || value === 'on');

const ADDRESS = 'this is not a web address; write https://… or leave it empty';
const webhook = z
  .union([z.null(), z.literal(''), z.url({ protocol: /^https?$/, error: ADDRESS })], ADDRESS)
  .transform((value) => (value === '' ? null : value));

const JOINT = 'this is no number of villages; write 2 or more, or 0 for never';

const seconds = (most: number) => z.number().min(0).max(most);

/** The file as it is written; every key may be left out. */
export const settingsSchema = strict({
  mode: z.enum(['live', 'trial']).default('live'),
  quiet_hours: quietHours.prefault('22:00-07:00'),
  pacing: onOff.prefault('on'),
  per_chat_s: seconds(60).default(1),
  between_chats_s: seconds(60).default(3),
  per_minute: z.int().min(1).max(600).default(40),
  merge_window_s: seconds(60).default(3),
  working_hours: workingHours.prefault('08:30-17:30'),
  rest_days: dayList.prefault([]),
  work_days: dayList.prefault([]),
  wait_days: z.int().min(1).max(30).default(5),
  waits_max: z.int().min(0).max(10).default(2),
  daily_at: timeOfDay.prefault('18:00'),
  ...postKeys,
  close_after_days: z.number().positive().max(365).default(7),
  stale_after_s: z.number().min(0).max(86_400).default(600),
  message_chars: z.int().min(100).max(2000).default(600),
  ...privacyKeys,
  corrections_days: z.number().min(0).max(3650).default(365),
  joint_villages: z.union([z.literal(0), z.int().min(2).max(100)], JOINT).default(3),
  joint_hours: z.number().positive().max(72).default(3),
  idle_hours: z.number().min(0).max(24 * 30).default(168),
  decline_consent: onOff.prefault('off'),
  gap_tell_s: z.number().min(1).max(86_400).default(60),
  alarm_after_s: z.number().min(1).max(86_400).default(300),
  webhook: webhook.prefault(null),
  reader: readerSchema.default(null),
  voice: voiceSchema.default(null),
  voice_suggestions: onOff.prefault('on'),
});

/** From the file's words and units to the product's. */
export function toSettings(file: z.output<typeof settingsSchema>): Settings {
  return {
    mode: file.mode,
    quietHours: file.quiet_hours,
    pacing: {
      on: file.pacing,
      perChatMs: file.per_chat_s * 1000,
      betweenChatsMs: file.between_chats_s * 1000,
      perMinute: file.per_minute,
      mergeWindowMs: file.merge_window_s * 1000,
    },
    workingHours: file.working_hours,
    restDays: file.rest_days,
    workDays: file.work_days,
    waits: { days: file.wait_days, most: file.waits_max },
    dailyAt: file.daily_at,
    posts: toPosts(file),
    closeAfterDays: file.close_after_days,
    staleAfterMs: file.stale_after_s * 1000,
    messageChars: file.message_chars,
    privacy: toPrivacy(file),
    correctionsDays: file.corrections_days,
    joint:
      file.joint_villages === 0
        ? null
        : { villages: file.joint_villages, withinMs: file.joint_hours * 3_600_000 },
    idleMs: file.idle_hours === 0 ? null : file.idle_hours * 3_600_000,
    declineConsent: file.decline_consent,
    gapTellMs: file.gap_tell_s * 1000,
    alarmAfterMs: file.alarm_after_s * 1000,
    webhook: file.webhook,
    reader: file.reader && { ...toServer(file.reader), extra: file.reader.extra },
    voice: file.voice && {
      ...toServer(file.voice),
      maxSeconds: file.voice.max_seconds,
      maxBytes: file.voice.max_mb * 1024 * 1024,
    },
    voiceSuggestions: file.voice_suggestions,
  };
}

/** `"22:00-07:00"` in minutes; null: off. */
function span(text: string | false): { from: number; to: number } | null {
  if (text === false || text === 'off') return null;
  const [from = '', to = ''] = text.split('-');
  return { from: minutes(from), to: minutes(to) };
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
