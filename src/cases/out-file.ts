import { z } from 'zod';
import { pairFileSchema } from './pair-file.js';
import { sentFileSchema } from './posts/picture.js';
import { storedFileSchema } from './stored-file.js';

/** A file in the outbox: what is to be made when it is sent, or where its bytes wait. */
export const outFileSchema = z.discriminatedUnion('kind', [
  ...sentFileSchema.options,
  storedFileSchema,
  pairFileSchema,
]);
export type OutFile = z.infer<typeof outFileSchema>;
