import { z } from 'zod';
import { sentFileSchema } from '../cases/posts/picture.js';

/** What the studio and its painter say to each other, each in a process of its own. */
export const orderSchema = z.object({ file: sentFileSchema });

export const doneSchema = z.union([
  z.object({ name: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  z.object({ fault: z.string() }),
]);
export type Done = z.infer<typeof doneSchema>;
