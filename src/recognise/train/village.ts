import { createHash } from 'node:crypto';
import { meanNet } from '../choose/mean-net.js';
import type { ChoiceNet } from '../choose/net.js';
import { trainNet, type ChoiceExample } from '../choose/train-net.js';
import { HEADS } from '../learn/heads.js';
import { Random } from '../learn/random.js';
import { textFeatures } from '../learn/text-features.js';
import { TextModel } from '../learn/text-model.js';
import type { RowsData } from '../learn/rows.js';
import { trainRows, type RowExample } from '../learn/train-rows.js';
import { FIRST_THRESHOLDS, type Thresholds } from '../model/thresholds.js';
import type { VillageModelData } from '../model/village-model.js';
import { cleanText } from '../text/clean.js';
import { FeatureList, HASH_BITS } from '../text/grams.js';
import { COMMON_PLACES, commonPlace } from '../text/pairs.js';
import { isEmptyCharacter } from '../text/features.js';
import type { LabelledLine } from '../transcript.js';
import { GroupTeacher, headClasses } from './examples.js';
import { fitThresholds } from './fit.js';
import { policyExamples } from './policy.js';
import { sprinkled } from './sprinkle.js';
import { retimed } from './times.js';
import type { LineModel } from '../room/line.js';

/** What the recogniser learns from: whole groups in time order, and single lines without a room. */
export interface Corpus {
  groups: LabelledLine[][];
  singles: LabelledLine[];
}

export interface VillageTraining {
  /** Names the result, e.g. `village-1`. */
  name: string;
  thresholds?: Thresholds;
  seed?: number;
  /** Told what is done, a line a step. */
  progress?: (line: string) => void;
}

const ROWS = { epochs: 3, rate: 0.4, decay: 1e-5, minTexts: 2, maxRows: 100_000, hashBits: HASH_BITS };
const NET = { hidden: 16, epochs: 6, rate: 0.05 };
/** Networks whose mean decides; each hears the groups told in its own way. */
const NETS = 3;
/** The network learns from readings of texts that the text model has not seen: so many parts take turns. */
const PARTS = 5;
/** Rounds in which the network learns from its own life in the groups. */
const ROUNDS = 2;
/** While learning it suggests much, so that it sees its false suggestions. */
const EAGER: Thresholds = { ...FIRST_THRESHOLDS, suggest: 0.12 };
/** Share of matters that the network sees as missed at first. */
const MISS_RATE = 0.15;

/**
 * Trains the whole recogniser: the text model on every line, and the choosing network on readings made by text
 * models that did not see the group (else it would trust them too much).
 */
export function trainVillage(corpus: Corpus, training: VillageTraining): VillageModelData {
  const seed = training.seed ?? 1;
  const rarity = rarityOf(corpus);
  const parts = partsOf(corpus, rarity, seed);
  const random = new Random(seed + 2);
  const lively = ({ groups, singles }: Part): LabelledLine[][] =>
    groups.map((group) => retimed(sprinkled(group, singles, random), random));
  const taught = parts.flatMap((part) =>
    lively(part).flatMap((group) => {
      const teacher = new GroupTeacher(part.model, MISS_RATE, random);
      return group.map((line) => teacher.teach(line));
    }),
  );
  training.progress?.(`${parts.length} text models trained, ${taught.length} messages read`);
  const alone = parts.flatMap(({ singles, model }) => singles.flatMap((line) => aloneExample(line, model)));
  let net = trainNet([...taught, ...alone], { ...NET, seed: seed + 3 });
  for (let round = 0; round < ROUNDS; round++) {
    const before: ChoiceNet = net;
    net = meanOf((n) => {
      const lived = parts.flatMap((part) => {
        const living = { ...part.model, net: before, version: '', thresholds: EAGER };
        return lively(part).flatMap((group) => policyExamples(group, living));
      });
      return trainNet([...lived, ...alone], { ...NET, seed: seed + 4 + round + 100 * n });
    });
    training.progress?.(`round ${round + 1} of ${ROUNDS}`);
  }
  const thresholds =
    training.thresholds ??
    fitThresholds(
      parts.map(({ groups, singles, model }) => ({
        groups,
        singles,
        model: { ...model, net, version: '', thresholds: FIRST_THRESHOLDS },
      })),
      FIRST_THRESHOLDS,
    );
  training.progress?.(`thresholds fitted: ${JSON.stringify(thresholds)}`);
  const digest = corpusDigest(corpus);
  return {
    version: `${training.name}-${digest.slice(0, 8)}`,
    corpus: digest,
    rows: trainText(corpus, seed),
    rarity,
    net,
    thresholds,
  };
}

const meanOf = (train: (n: number) => ChoiceNet): ChoiceNet =>
  meanNet(Array.from({ length: NETS }, (_, n) => train(n)));

/** Openings are far more frequent among single lines than in any room: they count less, so that silence stays the rule. */
const ALONE_OPENING = 0.25;
const ALONE_OTHER = 1;

/** A line that is the first of its room: what a group is to the bot on the day that it joins. */
function aloneExample(line: LabelledLine, model: LineModel): ChoiceExample[] {
  if (line.type !== 'text') return [];
  const example = new GroupTeacher(model, 0, new Random(1)).teach(line);
  return [{ ...example, weight: line.case ? ALONE_OPENING : ALONE_OTHER }];
}

/** A part of the corpus, with a text model that has not seen it. */
interface Part extends Corpus {
  model: LineModel;
}

function partsOf(corpus: Corpus, rarity: Int8Array, seed: number): Part[] {
  const weights = Float32Array.from(rarity, (x) => x / 100);
  return Array.from({ length: PARTS }, (_, part) => {
    const groups = corpus.groups.filter((_group, i) => i % PARTS === part);
    const others = corpus.groups.filter((_group, i) => i % PARTS !== part);
    const singles = corpus.singles.filter((_line, i) => i % PARTS === part);
    const known = corpus.singles.filter((_line, i) => i % PARTS !== part);
    const text = new TextModel(trainText({ groups: others, singles: known }, seed));
    return { groups, singles, model: { text, rarity: weights } };
  });
}

/** The text model alone. */
export function trainText(corpus: Corpus, seed: number): RowsData {
  const texts = [...corpus.groups.flat(), ...corpus.singles].filter((line) => line.type === 'text');
  const examples = [...texts.map(example), ...corpus.groups.flatMap(categoryExamples)];
  const heads = Object.values(HEADS).map((classes) => classes.length);
  return trainRows(examples, { ...ROWS, heads, seed });
}

const list = new FeatureList();

function example(line: LabelledLine): RowExample {
  textFeatures(list, cleanText(line.text), line.role);
  return { features: list.ids.slice(0, list.length), classes: headClasses(line), weight: 1 };
}

/** Lines within a matter speak of its category, too, though less clearly than the line that opens it. */
const WITHIN_WEIGHT = 0.3;

function categoryExamples(group: LabelledLine[]): RowExample[] {
  const categories = new Map(group.filter((line) => line.case).map((line) => [line.matter, line.category]));
  return group.flatMap((line) => {
    const category = line.case || line.intent === 'chatter' ? undefined : categories.get(line.matter);
    if (!category || line.type !== 'text') return [];
    const classes = [-1, (HEADS.category as readonly string[]).indexOf(category), -1, -1];
    return [{ ...example(line), classes, weight: WITHIN_WEIGHT }];
  });
}

/** How much a shared pair of characters says: the rarer in the corpus, the more; in hundredths, at most 1.27. */
function rarityOf(corpus: Corpus): Int8Array {
  const counts = new Uint32Array(COMMON_PLACES);
  let texts = 0;
  for (const line of corpus.groups.flat()) {
    if (line.type !== 'text') continue;
    texts++;
    for (const place of placesOf(cleanText(line.text).text)) counts[place] = (counts[place] ?? 0) + 1;
  }
  return Int8Array.from(counts, (n) =>
    Math.max(0, Math.min(127, Math.round((100 * Math.log(texts / (1 + n))) / 7))),
  );
}

function placesOf(text: string): Set<number> {
  const places = new Set<number>();
  for (let i = 1; i < text.length; i++) {
    const [a, b] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
    if (topical(a) && topical(b)) places.add(commonPlace(a, b));
  }
  return places;
}

const topical = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff && !isEmptyCharacter(code);

/** SHA-256 over all lines as they stand. */
export function corpusDigest(corpus: Corpus): string {
  const hash = createHash('sha256');
  for (const line of [...corpus.groups.flat(), ...corpus.singles])
    hash.update(JSON.stringify(line)).update('\n');
  return hash.digest('hex');
}
