/** A line of somebody that belongs to no matter yet. */
export interface Fragment {
  id: string;
  at: number;
  text: string;
  /** How much it said by itself: the higher of its two probabilities. */
  strength: number;
}

export interface SpeakerState {
  fragments: Fragment[];
  /** The matter this person last spoke of. */
  matter: string | null;
  matterAt: number;
}

/** People remembered per room: those longest silent are forgotten first. */
const MAX_SPEAKERS = 300;
const MAX_FRAGMENTS = 3;
const MAX_FRAGMENT_LENGTH = 200;

/** Lines of one person within this time are read together, in milliseconds. */
export const TOGETHER_MS = 4 * 60_000;

/** What each person of a room said last. Bounded. */
export class Speakers {
  private readonly byId = new Map<string, SpeakerState>();

  of(who: string): SpeakerState {
    const state = this.byId.get(who) ?? { fragments: [], matter: null, matterAt: 0 };
    this.byId.delete(who);
    this.byId.set(who, state);
    if (this.byId.size > MAX_SPEAKERS) {
      const oldest = this.byId.keys().next().value;
      if (oldest !== undefined) this.byId.delete(oldest);
    }
    return state;
  }
}

/** The speaker's lines just before `at`, oldest first. */
export function fragmentsBefore(state: SpeakerState, at: number): Fragment[] {
  return state.fragments.filter(
    (fragment) => at - fragment.at <= TOGETHER_MS && fragment.at <= at + TOGETHER_MS,
  );
}

export function rememberFragment(state: SpeakerState, fragment: Fragment): void {
  state.fragments.push({ ...fragment, text: fragment.text.slice(0, MAX_FRAGMENT_LENGTH) });
  if (state.fragments.length > MAX_FRAGMENTS) state.fragments.shift();
}
