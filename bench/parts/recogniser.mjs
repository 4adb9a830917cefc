import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { corpusGroups } from '../lib/corpus.mjs';
import { dist } from '../lib/dist.mjs';
import { alternate } from '../lib/rounds.mjs';
import { pairedRatio, rounded, spread } from '../lib/statistics.mjs';

const LENGTH = { from: 36, to: 44 };

/**
 * The whole decision on a message, in its room with all that the room remembers, beside jieba's cut of the same text
 * alone. Messages of 36 to 44 characters from the corpus, in their groups and their order, one string at a time.
 */
export async function recogniserRatio({ rounds, passes }) {
  const { recogniser, groups, texts } = await material();
  const jieba = Jieba.withDict(dict);
  let sink = 0;
  const perSecond = (work) => () => {
    const began = performance.now();
    for (let pass = 0; pass < passes; pass++) work();
    return (texts.length * passes * 1000) / (performance.now() - began);
  };
  const ours = perSecond(() => {
    for (const messages of groups) {
      const room = recogniser.room([]);
      for (const message of messages) sink += room.read(message).confidence;
    }
  });
  const theirs = perSecond(() => {
    for (const text of texts) sink += jieba.cut(text, true).length;
  });
  const sides = await alternate({ ours, theirs }, rounds, 2);
  if (!(sink > 0)) throw new Error('nothing was read');
  return {
    ratio: pairedRatio(sides.ours, sides.theirs),
    ours: spread(sides.ours),
    theirs: spread(sides.theirs),
    unit: 'messages/s',
    note: `${texts.length} texts of ${LENGTH.from} to ${LENGTH.to} characters, ${rounded(recogniserShare(texts))} characters each`,
  };
}

async function material() {
  const { createRecogniser } = await dist('recognise/recogniser.js');
  const { readyModel, unpackVillage } = await dist('recognise/model/village-model.js');
  const { roomMessage } = await dist('recognise/transcript.js');
  const { MODEL_FILE } = await dist('main/model.js');
  const recogniser = createRecogniser(readyModel(unpackVillage(readFileSync(MODEL_FILE))));
  const fits = ({ type, text }) => type === 'text' && text.length >= LENGTH.from && text.length <= LENGTH.to;
  const groups = corpusGroups().map((lines) => lines.filter(fits).map(roomMessage));
  return { recogniser, groups, texts: groups.flat().map(({ text }) => text) };
}

const recogniserShare = (texts) => texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
