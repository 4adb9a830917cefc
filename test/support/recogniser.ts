import { openRecogniser } from '../../src/main/model.js';
import type { Recogniser } from '../../src/recognise/api.js';

let opened: Recogniser | undefined;

/** The product's recogniser with its own model, read once a test file. */
export const shippedRecogniser = (): Recogniser => (opened ??= openRecogniser());
