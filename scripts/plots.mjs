import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { ROOT } from './lib/paths.mjs';

/**
 * `npm run plots`: the pictures of docs/recogniser.md, drawn from the groups held out from training. With `--learn` the
 * learning curve is measured anew (three trainings, some minutes); else its numbers stand in docs/figures.
 */
const FOLDER = join(ROOT, 'docs/figures');
const CORPUS = join(ROOT, 'corpus');
const dist = (path) => import(join(ROOT, 'dist', path));

const { readCorpus, readHeldOut } = await dist('cli-corpus.js');
const { evaluate, share, sumOf } = await dist('recognise/evaluate.js');
const { createRecogniser } = await dist('recognise/recogniser.js');
const { readyModel, unpackVillage } = await dist('recognise/model/village-model.js');
const { roomMessage } = await dist('recognise/transcript.js');
const { trainVillage } = await dist('recognise/train/village.js');

const heldOut = readHeldOut(CORPUS);
const model = readyModel(unpackVillage(readFileSync(join(ROOT, 'models/village.model'))));
mkdirSync(FOLDER, { recursive: true });

const figuresOf = (recogniser) => sumOf(heldOut.map((group) => evaluate(group, recogniser)));

/** Openings as the threshold falls from certain to careless. */
function precisionRecall() {
  const steps = [0.99, 0.98, 0.97, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];
  return steps.map((open) => {
    const { thresholds } = model;
    const moved = {
      ...thresholds,
      open,
      openEmergency: Math.min(thresholds.openEmergency, open),
      confirm: Math.max(thresholds.confirm, open),
    };
    const figures = figuresOf(createRecogniser({ ...model, thresholds: moved }));
    return { open, precision: share(figures.openPrecision), recall: share(figures.openRecall) };
  });
}

/** How often lines of a given probability did open a matter. */
function reliability() {
  const bins = Array.from({ length: 10 }, (_, i) => ({ said: 0, was: 0, n: 0, i }));
  for (const group of heldOut) {
    const room = createRecogniser(model).room([]);
    for (const line of group) {
      const { confidence, intent } = room.read(roomMessage(line));
      if (line.role === 'official' || line.type !== 'text' || intent === 'answer') continue;
      const bin = bins[Math.min(9, Math.floor(confidence * 10))];
      bin.said += confidence;
      bin.was += line.case ? 1 : 0;
      bin.n += 1;
    }
  }
  return bins.filter(({ n }) => n > 0).map(({ said, was, n }) => ({ said: said / n, was: was / n, n }));
}

/** What the same held-out groups give after training on a part of the corpus: every eighth group, every fourth … */
function learningCurve() {
  const corpus = readCorpus(CORPUS);
  return [8, 4, 2, 1].map((step) => {
    const groups = corpus.groups.filter((_, i) => i % step === 0);
    const singles = corpus.singles.filter((_, i) => i % step === 0);
    const { thresholds } = model; // the same for all, so that the curve shows the reading alone
    const whole = step === 1; // that one is the model that stands there
    const trained = whole
      ? model
      : readyModel(trainVillage({ groups, singles }, { name: 'curve', thresholds }));
    const figures = figuresOf(createRecogniser(trained));
    const point = { groups: groups.length, matters: groups.flat().filter((line) => line.case).length };
    console.log(point);
    return {
      ...point,
      precision: share(figures.openPrecision),
      recall: share(figures.openRecall),
      found: share(figures.foundRecall),
      category: share(figures.category),
    };
  });
}

const axis = (title) => ({ type: 'quantitative', title, scale: { zero: false } });
const chart = (title, more) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title,
  width: 420,
  height: 300,
  background: 'white',
  ...more,
});

async function draw(name, spec) {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  writeFileSync(join(FOLDER, `${name}.svg`), await view.toSVG());
  console.log(`docs/figures/${name}.svg`);
}

await draw(
  'precision-recall',
  chart('Openings on the held-out groups, by threshold', {
    data: { values: precisionRecall() },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'recall', ...axis('recall') },
      y: { field: 'precision', ...axis('precision') },
      order: { field: 'open', sort: 'descending' },
    },
  }),
);
await draw(
  'reliability',
  chart('How often a line of this probability did open a matter', {
    layer: [
      {
        data: {
          values: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        },
        mark: { type: 'line', strokeDash: [4, 4], color: '#999' },
        encoding: {
          x: { field: 'x', ...axis('probability that it says') },
          y: { field: 'y', ...axis('share that opened a matter') },
        },
      },
      {
        data: { values: reliability() },
        mark: { type: 'line', point: true },
        encoding: {
          x: { field: 'said', ...axis('probability that it says') },
          y: { field: 'was', ...axis('share that opened a matter') },
        },
      },
    ],
  }),
);
const measured = join(FOLDER, 'learning.json');
if (process.argv.includes('--learn') || !existsSync(measured))
  writeFileSync(measured, `${JSON.stringify(learningCurve(), null, 2)}\n`);
const points = JSON.parse(readFileSync(measured, 'utf8'));
await draw(
  'learning-curve',
  chart('What more groups give, on the held-out groups', {
    data: {
      values: points.flatMap(({ groups, ...rest }) =>
        ['precision', 'recall', 'found', 'category'].map((what) => ({ groups, what, value: rest[what] })),
      ),
    },
    mark: { type: 'line', point: true },
    encoding: {
      x: {
        field: 'groups',
        type: 'quantitative',
        title: 'groups learnt from',
        scale: { type: 'log', base: 2 },
      },
      y: { field: 'value', ...axis('share') },
      color: { field: 'what', type: 'nominal', title: null },
    },
  }),
);
