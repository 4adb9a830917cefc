import { z } from 'zod';

/** Two pictures of a case side by side, by the messages that brought them: drawn when it is sent. */
export const pairFileSchema = z.object({
  kind: z.literal('pair'),
  caseId: z.string(),
  /** The case as its own chat calls it: `#12`; the picture is named after it. */
  name: z.string(),
  before: z.string(),
  after: z.string(),
});
export type PairFile = z.infer<typeof pairFileSchema>;
