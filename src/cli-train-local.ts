import { transcriptOf, type CorrectionTranscriptLine } from './cases/correction.js';
import { withStores } from './cli-stores.js';
import { adoptLocal, adoptionReport } from './main/adopt-local.js';
import { localModelFiles, readLocalModel, type LocalModelFiles } from './main/local-model.js';
import type { LocalTrainer } from './cli-local-trainer.js';
import type { Figures } from './recognise/evaluate.js';

type Print = (line: string) => void;

/**
 * `huiyin train --local`: the county's own model from corpus plus corrections, adopted only when it is no worse on the
 * held-out part. Resolves with the exit code: 0 adopted, 1 not.
 */
export async function trainLocal(trainer: LocalTrainer, print: Print): Promise<0 | 1> {
  const { corrections, files } = await material();
  print(`${corrections.filter((line) => !line.context).length} corrections of this county`);
  const shipped = await trainer.evaluate(null);
  const current = (await ownFigures(trainer, files, print)) ?? shipped;
  const train = (lines: CorrectionTranscriptLine[]): ReturnType<LocalTrainer['train']> =>
    trainer.train(lines);
  const evaluate = (model: Uint8Array): ReturnType<LocalTrainer['evaluate']> => trainer.evaluate(model);
  const adoption = await adoptLocal({ corrections, train, evaluate, current, shipped, files });
  for (const line of adoptionReport(adoption, files)) print(line);
  return adoption.result === 'adopted' ? 0 : 1;
}

/** Read first and let go of: training takes minutes, and the store has other work. */
async function material(): Promise<{ corrections: CorrectionTranscriptLine[]; files: LocalModelFiles }> {
  const corrections: CorrectionTranscriptLine[] = [];
  let files = localModelFiles('');
  await withStores(async (stores, _, __, config) => {
    files = localModelFiles(config.dataDir);
    for await (const one of stores.corrections.all()) corrections.push(...transcriptOf(one));
  });
  return { corrections, files };
}

/** Of the county's own model; null when there is none that this build can read: then the product's is in use. */
async function ownFigures(
  trainer: LocalTrainer,
  files: LocalModelFiles,
  print: Print,
): Promise<Figures | null> {
  const own = await readLocalModel(files);
  if (own === null) return null;
  try {
    return await trainer.evaluate(own);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    print(`${files.model} cannot be used (${why}); compared with the product's own model instead`);
    return null;
  }
}
