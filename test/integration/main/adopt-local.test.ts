import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { transcriptOf } from '../../../src/cases/correction.js';
import {
  adoptionReport,
  adoptLocal,
  type AdoptOptions,
  type Adoption,
} from '../../../src/main/adopt-local.js';
import { localModelFiles, readLocalModel, type LocalModelFiles } from '../../../src/main/local-model.js';
import { emptyFigures, type Figures } from '../../../src/recognise/evaluate.js';
import { sampleCorrection } from '../../support/corrections.js';

let folder: string;
let files: LocalModelFiles;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hy-model-'));
  files = localModelFiles(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A model whose bytes say how many of 1000 openings it gets right. */
const model = (right: number): Uint8Array => Buffer.from(String(right));
const measured = (bytes: Uint8Array): Figures => reached(Number(Buffer.from(bytes).toString()));
function reached(right: number, over: Partial<Figures> = {}): Figures {
  return { ...emptyFigures(), messages: 100, matters: 10, openPrecision: { right, of: 1000 }, ...over };
}

const corrections = transcriptOf(sampleCorrection('m1'));
function adopt(right: number, over: Partial<AdoptOptions> = {}): Promise<Adoption> {
  return adoptLocal({
    corrections,
    train: () => model(right),
    evaluate: measured,
    current: reached(950),
    shipped: reached(950),
    files,
    ...over,
  });
}

async function inPlace(): Promise<(string | null)[]> {
  const text = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);
  return [await text(files.model), await text(files.previous)];
}

describe('a county’s own model', () => {
  it('is adopted when it is no worse, whole, and the one before is kept', async () => {
    expect(await readLocalModel(files)).toBeNull();
    const first = await adopt(950);
    expect(first).toMatchObject({ result: 'adopted', corrections: 1, bytes: 3 });
    expect(await inPlace()).toEqual(['950', null]);
    expect((await adopt(970)).result).toBe('adopted');
    expect(await inPlace()).toEqual(['970', '950']);
    expect(await readdir(join(folder, 'models'))).toEqual(['local.model', 'local.previous.model']);
    expect(adoptionReport(first, files).join('\n')).toMatch(/precision of openings +95\.0 +95\.0 +0\.5\n/u);
  });

  it('is not adopted when it is worse: nothing changes, and the report says in what', async () => {
    await adopt(960);
    const worse = await adopt(944);
    expect(worse.result).toBe('worse');
    expect(await inPlace()).toEqual(['960', null]);
    const report = adoptionReport(worse, files);
    expect(report.at(-1)).toBe('Not adopted: worse in precision of openings. The model in use stays.');
    expect(report.join('\n')).toMatch(/precision of openings +95\.0 +94\.4 +0\.5 {2}worse/u);
  });

  it('cannot slide away from the product’s own by small losses, one training after the other', async () => {
    expect((await adopt(946, { current: reached(950) })).result).toBe('adopted');
    const second = await adopt(942, { current: reached(946) });
    expect(second.result).toBe('worse');
    expect(adoptionReport(second, files).at(-1)).toContain('worse in precision of openings *');
    expect(await inPlace()).toEqual(['946', null]);
  });

  it('is trained from the lines it is given, and not at all without any', async () => {
    let seen: unknown = null;
    await adopt(950, { train: (lines) => ((seen = lines), model(950)) });
    expect(seen).toEqual(corrections);
    const none = await adopt(1000, { corrections: corrections.filter((line) => line.context) });
    expect(none.result).toBe('nothing_to_learn');
    expect(adoptionReport(none, files)[0]).toContain('No corrections yet');
  });

  it('is compared on the same held-out lines or not at all', async () => {
    const other = await adopt(1000, { current: reached(950, { messages: 99 }) });
    expect(other.result).toBe('not_comparable');
    expect(adoptionReport(other, files)[0]).toContain('100 messages against 99');
    expect(await inPlace()).toEqual([null, null]);
  });

  it('a trainer that fails leaves the model in use as it was', async () => {
    await adopt(950);
    const failing = adopt(990, {
      train: () => {
        throw new Error('out of memory');
      },
    });
    await expect(failing).rejects.toThrow('out of memory');
    expect(await inPlace()).toEqual(['950', null]);
  });
});
