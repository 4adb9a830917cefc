import { ACCUSATION, type AccusationSign } from './accusation.js';
import { compileLexicon } from './compile.js';
import { CUES, type Cue } from './cues.js';
import { DISASTER } from './disaster.js';
import { DOUBTS, type Doubt } from './doubts.js';
import { EDUCATION } from './education.js';
import { FARMING } from './farming.js';
import { GOVERNMENT } from './government.js';
import { HEALTH } from './health.js';
import { HOUSING } from './housing.js';
import { MASKS } from './masks.js';
import { OTHER } from './other.js';
import { ROAD } from './road.js';
import { SANITATION } from './sanitation.js';
import { SECURITY } from './security.js';
import { FALLBACK, SHARED_STATES, WISHED } from './states.js';
import { TALK, type TalkSign } from './talk.js';
import { UTILITY } from './utility.js';
import { VILLAGE_AFFAIRS } from './village-affairs.js';
import { WELFARE } from './welfare.js';

export type SignName = Cue | Doubt | AccusationSign | TalkSign;

/** The whole lexicon, compiled once when the module is loaded. */
export const LEXICON = compileLexicon({
  categories: [
    UTILITY,
    ROAD,
    SANITATION,
    FARMING,
    HOUSING,
    WELFARE,
    EDUCATION,
    HEALTH,
    SECURITY,
    GOVERNMENT,
    VILLAGE_AFFAIRS,
    DISASTER,
    OTHER,
  ],
  states: { ...SHARED_STATES, howto: CUES.howto, wished: WISHED },
  fallback: FALLBACK,
  signs: { ...CUES, ...DOUBTS, ...ACCUSATION, ...TALK },
  masks: MASKS,
});

/** Position of each sign in a message's counts. */
export const SIGN_IDS = Object.fromEntries(LEXICON.signNames.map((name, id) => [name, id])) as Record<
  SignName,
  number
>;
