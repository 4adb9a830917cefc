import type { Speaker } from '../../cases/words.js';
import type { CleanText } from '../text/clean.js';
import { addGrams, hashed, OWN_NAMESPACES, type FeatureList } from '../text/grams.js';

const FACE = OWN_NAMESPACES + 1;
const FORM = OWN_NAMESPACES + 2;
const LENGTH = OWN_NAMESPACES + 3;
const SPEAKER = OWN_NAMESPACES + 4;

/** Who speaks, as far as the text model may know: an official's words mean something else than a neighbour's. */
const SPEAKER_IDS: Record<Speaker, number> = { villager: 1, official: 2, volunteer: 3, doctor: 3 };

/** Characters read of one line; the point of a longer one stands at one of its ends (clean.ts keeps both). */
export const LIMIT = 600;

/** Fills `list` with the features of one line: its letters and sounds, its faces and form, and who says it. */
export function textFeatures(list: FeatureList, clean: CleanText, speaker: Speaker): void {
  list.clear();
  addGrams(list, clean.text, LIMIT);
  addForm(list, clean, speaker);
}

/** Adds those that are not of its letters and sounds. */
export function addForm(list: FeatureList, clean: CleanText, speaker: Speaker): void {
  for (const face of clean.faces) list.add(hashed(FACE, face.charCodeAt(0), face.charCodeAt(1) || 0));
  if (clean.quote) list.add(hashed(FORM, 1));
  if (clean.mentions.length > 0) list.add(hashed(FORM, 2));
  list.add(hashed(LENGTH, Math.floor(Math.log2(1 + clean.text.length) * 2)));
  list.add(hashed(SPEAKER, SPEAKER_IDS[speaker]));
}
