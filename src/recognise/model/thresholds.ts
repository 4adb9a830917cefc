import { z } from 'zod';

/**
 * Where a probability becomes a decision; fitted on groups held out from training and stored with the model. A false
 * receipt before 300 households costs more than a late one, so opening asks for much; a wrong suggestion costs a
 * cadre one glance, so suggesting asks for less, but a long list would not be read.
 */
export const Thresholds = z.object({
  open: z.number(),
  suggest: z.number(),
  /** The same two for the first line of a room. Nothing said before speaks for or against it, and its words alone decide. */
  openFirst: z.number(),
  suggestFirst: z.number(),
  /** Life at risk: a needless receipt is the smaller harm. */
  openEmergency: z.number(),
  /** How likely an emergency has to be to count as one. */
  emergency: z.number(),
  /** Accusations are seen by inspectors only: opened when clear, else suggested, sealed either way. */
  openSealed: z.number(),
  suggestSealed: z.number(),
  /** From here on a text is too close to an accusation to be opened for all to see. */
  neverInPublic: z.number(),
  /** An official answers what was only suggested: from here on that opens it. */
  confirm: z.number(),
  /** An official's words reveal a matter that was let pass. */
  reveal: z.number(),
  /** A second reader is asked about whatever could be a matter: wide, since it also says no; a score, not a probability. */
  ask: z.number(),
});
export type Thresholds = z.infer<typeof Thresholds>;

/** A plain start; training fits them. */
export const FIRST_THRESHOLDS: Thresholds = {
  open: 0.75,
  suggest: 0.2,
  openFirst: 0.6,
  suggestFirst: 0.2,
  openEmergency: 0.5,
  emergency: 0.25,
  openSealed: 0.7,
  suggestSealed: 0.2,
  neverInPublic: 0.1,
  confirm: 0.94,
  reveal: 0.93,
  ask: 0.01,
};
