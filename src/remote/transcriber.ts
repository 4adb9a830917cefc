import { z } from 'zod';
import { RemoteFault } from './fault.js';
import type { Guard } from './guard.js';
import { postForJson, type Endpoint } from './http.js';

const answerSchema = z.object({ text: z.string() });
/** A minute of fast talk has some 300 characters. */
const MOST_CHARS = 2_000;

/** What a voice is: its bytes, and how its file name ends. Null: it cannot be had, or is too large. */
export type FetchVoice = () => Promise<{ name: string; bytes: Buffer } | null>;
/** The words of a voice; null: none. Never rejects but at a stop. */
export type Transcribe = (fetchVoice: FetchVoice) => Promise<string | null>;

/** Transcription behind an OpenAI-compatible endpoint; fetching the voice counts into the time limit. */
export function transcriber(endpoint: Endpoint, guard: Guard): Transcribe {
  return (fetchVoice) =>
    guard.run(async ({ signal, spend }) => {
      const voice = await fetchVoice();
      if (!voice || voice.bytes.length === 0) throw new RemoteFault('unheard', 'the voice cannot be had');
      spend();
      const raw = await postForJson(endpoint, '/audio/transcriptions', formOf(endpoint, voice), signal);
      const answer = answerSchema.safeParse(raw);
      if (!answer.success) throw new RemoteFault('nonsense', 'not the form of a transcription');
      return answer.data.text.slice(0, MOST_CHARS).trim();
    });
}

/** The file's own name may say who spoke: only its ending goes along. */
function formOf({ model }: Endpoint, { name, bytes }: { name: string; bytes: Buffer }): FormData {
  const ending = /\.[A-Za-z0-9]{1,5}$/u.exec(name)?.[0].toLowerCase() ?? '';
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), `voice${ending}`);
  form.set('model', model);
  form.set('language', 'zh');
  form.set('response_format', 'json');
  return form;
}
