import { z } from 'zod';
import { strict } from './issues.js';

/** An OpenAI-compatible server of the county's own, as settings.yaml names it; its key stands elsewhere. */
export interface Server {
  /** Up to the version: `http://10.1.2.3:8000/v1`. */
  url: string;
  model: string;
  /** Name of the environment variable that holds the key; unset: no key. */
  keyEnv: string;
  /** A file that holds the key, instead; relative to the configuration folder. */
  keyFile: string | null;
  timeoutMs: number;
  perHour: number;
  atOnce: number;
}

export interface ReaderServer extends Server {
  /** Further fields of each request. */
  extra: Record<string, unknown>;
}

export interface VoiceServer extends Server {
  maxSeconds: number;
  maxBytes: number;
}

const URL = 'this is not the address of a server; write http://host:port/v1 or https://…';
const SECRET = 'the address holds a name or password; write it without, and put the key into key_env or key_file';
const ENV = 'this is not the name of an environment variable; write its name, not the key';
const MODEL = 'the model is missing; write the name under which the server knows it';

const common = (defaults: { timeout: number; perHour: number; atOnce: number; keyEnv: string }) => ({
  url: z.url({ protocol: /^https?$/, error: URL }).refine((url) => !/^https?:\/\/[^/]*@/iu.test(url), SECRET),
  model: z.string().min(1, MODEL).max(200),
  key_env: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,60}$/, ENV)
    .default(defaults.keyEnv),
  key_file: z.string().min(1).max(1000).nullable().default(null),
  timeout_s: z.number().min(0.5).max(30).default(defaults.timeout),
  per_hour: z.int().min(1).max(100_000).default(defaults.perHour),
  at_once: z.int().min(1).max(16).default(defaults.atOnce),
});

/** `reader:` of settings.yaml. */
export const readerSchema = strict({
  ...common({ timeout: 4, perHour: 600, atOnce: 4, keyEnv: 'HUIYIN_READER_KEY' }),
  extra: z.record(z.string(), z.json()).default({}),
}).nullable();

/** `voice:` of settings.yaml. */
export const voiceSchema = strict({
  ...common({ timeout: 15, perHour: 120, atOnce: 2, keyEnv: 'HUIYIN_VOICE_KEY' }),
  max_seconds: z.number().min(1).max(600).default(60),
  max_mb: z.number().min(0.01).max(25).default(2),
}).nullable();

type ServerFile = Omit<NonNullable<z.output<typeof voiceSchema>>, 'max_seconds' | 'max_mb'>;

/** From the file's words and units to the product's. */
export function toServer(file: ServerFile): Server {
  return {
    url: file.url,
    model: file.model,
    keyEnv: file.key_env,
    keyFile: file.key_file,
    timeoutMs: file.timeout_s * 1000,
    perHour: file.per_hour,
    atOnce: file.at_once,
  };
}
