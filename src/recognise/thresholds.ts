/**
 * Where a probability becomes a decision. A false receipt before 300 households costs more than a late one, so
 * opening asks for much; a wrong suggestion costs a cadre one glance, so suggesting asks for less, but a long list
 * would not be read.
 */
export const OPEN = 0.84;
export const SUGGEST = 0.4;

/** Life at risk: a needless receipt is the smaller harm. */
export const OPEN_EMERGENCY = 0.6;

/** Accusations are seen by inspectors only: opened when clear, else suggested, sealed either way. */
export const OPEN_SEALED = 0.8;
export const SUGGEST_SEALED = 0.42;
/** From here on a text is too close to an accusation to be opened for all to see. */
export const NEVER_IN_PUBLIC = 0.18;

/** A second reader is asked about whatever could be a matter: wide, since it also says no. */
export const ASK = 0.06;

/** What a line without any sign for or against it scores. */
export const USUAL = 0.047;
