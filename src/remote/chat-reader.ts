import { z } from 'zod';
import { ANSWER_SCHEMA, promptOf, verdictOf } from '../recognise/second/prompt.js';
import type { AskSecond, Question, Verdict } from '../recognise/second/question.js';
import { RemoteFault } from './fault.js';
import type { Guard } from './guard.js';
import { postForJson, type Endpoint } from './http.js';

export interface ChatReaderOptions {
  endpoint: Endpoint;
  guard: Guard;
  /** Further fields of the request that this server wants, such as `chat_template_kwargs`. */
  extra: Record<string, unknown>;
}

/** A model that only thinks is cut off: the answer itself is short. */
const MOST_TOKENS = 800;

/** How the form of the answer is asked for: the strictest first; a server that refuses one is asked the next way. */
const FORMS: (object | null)[] = [
  { type: 'json_schema', json_schema: { name: 'decision', strict: true, schema: ANSWER_SCHEMA } },
  { type: 'json_object' },
  null,
];
/** Refusals that may be about the form. */
const NOT_SO = [400, 404, 415, 422, 501];

const answerSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string(), tool_calls: z.array(z.unknown()).max(0).nullish() }),
      }),
    )
    .min(1),
});

/** A second reader behind a chat endpoint. */
export function chatReader({ endpoint, guard, extra }: ChatReaderOptions): AskSecond {
  let form = 0;
  return (question) =>
    guard.run(async ({ signal, spend }) => {
      for (let at = form; ; at += 1) {
        spend();
        try {
          const verdict = await askOnce(endpoint, { ...extra, ...requestOf(endpoint, question, at) }, signal);
          form = at;
          return verdict;
        } catch (error) {
          const refused = error instanceof RemoteFault && NOT_SO.includes(error.status ?? 0);
          if (!refused || at + 1 >= FORMS.length) throw error;
        }
      }
    });
}

function requestOf({ model }: Endpoint, question: Question, form: number): object {
  const { system, user } = promptOf(question);
  const wanted = FORMS[form] ?? null;
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    temperature: 0,
    max_tokens: MOST_TOKENS,
    stream: false,
    ...(wanted && { response_format: wanted }),
  };
}

async function askOnce(endpoint: Endpoint, body: object, signal: AbortSignal): Promise<Verdict> {
  const raw = await postForJson(endpoint, '/chat/completions', JSON.stringify(body), signal);
  const answer = answerSchema.safeParse(raw);
  if (!answer.success) throw new RemoteFault('nonsense', 'not the form of a chat completion');
  const verdict = verdictOf(answer.data.choices[0]?.message.content ?? '');
  if (verdict === null) throw new RemoteFault('nonsense', 'not one of the decisions');
  return verdict;
}
