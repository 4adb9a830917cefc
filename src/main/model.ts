import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Recogniser } from '../recognise/api.js';
import { ModelFault } from '../recognise/learn/packed.js';
import { readyModel, unpackVillage } from '../recognise/model/village-model.js';
import { createRecogniser } from '../recognise/recogniser.js';
import { StartFault } from './fault.js';
import { localModelFiles } from './local-model.js';

/** The model that comes with the product; the trainer writes it. */
export const MODEL_FILE = fileURLToPath(new URL('../../models/village.model', import.meta.url));

/** The recogniser with a model file. @throws StartFault in one clear line when the file cannot be used */
export function openRecogniser(file: string = MODEL_FILE): Recogniser {
  try {
    return createRecogniser(readyModel(unpackVillage(readFileSync(file))));
  } catch (error) {
    if (error instanceof ModelFault) throw new StartFault(`${file}: ${error.message}`);
    throw new StartFault(
      `${file}: cannot be read (${error instanceof Error ? error.message : String(error)}); copy the file again, or train it with \`npm run train\``,
    );
  }
}

/**
 * The county's own model where there is one (`huiyin train --local`), else the product's. One that cannot be read, after
 * an update for example, is passed over with a warning: the village is not left without a recogniser.
 */
export function recogniserInUse(dataDir: string, log: Logger): Recogniser {
  const { model } = localModelFiles(dataDir);
  if (!existsSync(model)) return openRecogniser();
  try {
    return openRecogniser(model);
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    log.warn(
      { fault: error.message },
      'the county’s own model is passed over; make it anew: huiyin train --local',
    );
    return openRecogniser();
  }
}
