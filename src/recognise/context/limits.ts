/**
 * How close (closeness.ts) a line must be to a matter to belong to it. The next line within three minutes scores 2.3
 * with nothing in common: in these groups it mostly is about the matter, unless it says otherwise.
 */
export const FOLLOW = 1.75;
/** A line that would open a case of its own joins only what is surely the same incident. */
export const SAME_INCIDENT = 2.4;
/** From its own petitioner the same kind of thing needs less. */
export const OWN_INCIDENT = 1.8;
/** An official's words are mostly about what was just raised. */
export const ANSWER = 1.4;
/** An answer to a mere suggestion makes it a case: it must be about that suggestion. */
export const CONFIRMS = 1.9;
/** How sure an answer must be of a line that was let pass. */
export const REVEALED = 1.5;
/** Half an hour on, a line follows a matter only when it shares something with it. */
export const LATER_MS = 30 * 60_000;
export const LATER_OVERLAP = 0.7;
/** Thanks and complaints about the handling. */
export const FEEDBACK = 1.6;
/** A picture or voice message of the same person belongs to the matter spoken of this long before, in milliseconds. */
export const MEDIA_MS = 6 * 60_000;
/** A picture of a neighbour only right behind. */
export const NEIGHBOUR_MEDIA_MS = 2 * 60_000;
