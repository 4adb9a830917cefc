#!/usr/bin/env node
import { asCommand } from '../scripts/lib/say.mjs';
import { ensureReady } from '../scripts/lib/setup.mjs';

// From a fresh clone the command builds itself first; what that says goes to stderr, so that pipes stay clean.
await asCommand(ensureReady);
await import('../dist/cli.js');
