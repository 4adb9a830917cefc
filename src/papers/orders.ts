import { z } from 'zod';
import { sentFileSchema } from '../cases/posts/picture.js';

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Two photos to be drawn side by side, with what stands beside them. */
const pairOrderSchema = z.object({
  kind: z.literal('pair'),
  name: z.string(),
  before: bytesSchema,
  after: bytesSchema,
  words: z.object({ title: z.string(), before: z.string(), after: z.string() }),
});
export type PairOrder = z.infer<typeof pairOrderSchema>;

/** What the studio and its painter say to each other, each in a process of its own. */
export const orderSchema = z.object({
  file: z.discriminatedUnion('kind', [...sentFileSchema.options, pairOrderSchema]),
});
export type PaperOrder = z.infer<typeof orderSchema>['file'];

export const doneSchema = z.union([
  z.object({ name: z.string(), bytes: bytesSchema }),
  z.object({ fault: z.string() }),
]);
export type Done = z.infer<typeof doneSchema>;
