import { z } from 'zod';
import { strict } from './issues.js';
import { privacyKeys, toPrivacy, type PrivacySettings } from './settings-privacy.js';
import { readerSchema, toServer, voiceSchema, type ReaderServer, type VoiceServer } from './servers.js';

/** settings.yaml, read. Times are milliseconds; hours of the day are minutes after midnight in Asia/Shanghai. */
export interface Settings {
  mode: 'live' | 'trial';
  /** Only emergencies and answers to somebody who just asked; may run over midnight. null: off. */
  quietHours: { from: number; to: number } | null;
  pacing: Pacing;
  /** When the daily post goes out. */
  dailyAt: number;
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
  .transform((value) => {
    if (value === false || value === 'off') return null;
    const [from = '', to = ''] = value.split('-');
    return { from: minutes(from), to: minutes(to) };
  })
  .refine(
    (hours) => hours === null || hours.from !== hours.to,
    'quiet hours begin and end at the same minute; write off for none',
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
  daily_at: timeOfDay.prefault('18:00'),
  close_after_days: z.number().positive().max(365).default(7),
  stale_after_s: z.number().min(0).max(86_400).default(600),
  message_chars: z.int().min(100).max(2000).default(600),
  ...privacyKeys,
  corrections_days: z.number().min(0).max(3650).default(365),
  joint_villages: z.union([z.literal(0), z.int().min(2).max(100)], JOINT).default(3),
  joint_hours: z.number().positive().max(72).default(3),
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
    dailyAt: file.daily_at,
    closeAfterDays: file.close_after_days,
    staleAfterMs: file.stale_after_s * 1000,
    messageChars: file.message_chars,
    privacy: toPrivacy(file),
    correctionsDays: file.corrections_days,
    joint:
      file.joint_villages === 0
        ? null
        : { villages: file.joint_villages, withinMs: file.joint_hours * 3_600_000 },
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

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
