import { asCommand } from './lib/say.mjs';
import { ensureReady } from './lib/setup.mjs';

/** `npm run build`: packages and dist as the sources say. */
await asCommand(ensureReady);
