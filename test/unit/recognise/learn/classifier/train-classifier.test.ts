import { letters } from '../../../../support/letters.js';
import { ModelFault, packModel } from '../../../../../src/recognise/learn/packed.js';
import {
  packClassifier,
  unpackClassifier,
} from '../../../../../src/recognise/learn/classifier/classifier-file.js';
import { Classifier } from '../../../../../src/recognise/learn/classifier/classifier.js';
import { trainClassifier } from '../../../../../src/recognise/learn/classifier/train-classifier.js';

const fields = ['title', 'body'];
const rows = letters(16);
const data = trainClassifier(fields, rows);
const bytes = packClassifier(data);

describe('trainClassifier', () => {
  it('learns: rows that it has not seen, whole and by the title alone', () => {
    const classifier = new Classifier(unpackClassifier(bytes));
    for (const { texts, label } of letters(16, 16)) {
      expect(classifier.read(texts).label).toBe(label);
      expect(classifier.read(texts.slice(0, 1)).label).toBe(label);
    }
  });

  it('gives probabilities of all classes', () => {
    const { chances } = new Classifier(data).read(['桥头村自来水发黄', '']);
    expect(chances).toHaveLength(3);
    expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    expect(chances[data.classes.indexOf('水')]).toBeGreaterThan(0.5);
  });

  it('answers for a text of which it knows nothing, and for none', () => {
    const classifier = new Classifier(data);
    expect(data.classes).toContain(classifier.read(['xyz', '']).label);
    expect(data.classes).toContain(classifier.read([]).label);
  });

  it('is repeatable to the byte', () => {
    expect(packClassifier(trainClassifier(fields, letters(16))).equals(bytes)).toBe(true);
  });

  it('needs no second field', () => {
    const one = trainClassifier(['title'], rows.map((row) => ({ ...row, texts: row.texts.slice(0, 1) }))); // prettier-ignore
    expect(one.whole).toBeNull();
    expect(new Classifier(one).read(['三家店水管漏得满地']).label).toBe('水');
  });

  it('refuses one class only', () => {
    expect(() => trainClassifier(fields, letters(4).slice(0, 4))).toThrow(/two classes/);
  });
});

describe('model file', () => {
  it('is read back as it was', () => {
    expect(unpackClassifier(bytes)).toEqual(data);
  });

  it('cut short, changed, of another kind or version, or no model at all: one clear line', () => {
    const changed = Buffer.from(bytes);
    changed[changed.length - 5] = (changed[changed.length - 5] ?? 0) ^ 1;
    const about = { version: 99, fields, classes: ['a', 'b'], whole: false };
    const faults: [Uint8Array, RegExp][] = [
      [bytes.subarray(0, bytes.length - 100), /cut short or was changed/],
      [changed, /cut short or was changed/],
      [Buffer.alloc(0), /no Huiyin model file/],
      [Buffer.from('{"title":"路"}\n'), /no Huiyin model file/],
      [packModel({ kind: 'village', about: {}, parts: {} }), /kind "village"/],
      [packModel({ kind: 'classifier', about, parts: {} }), /another version/],
      [packModel({ kind: 'classifier', about: { ...about, version: 1 }, parts: {} }), /lacks its part/],
    ];
    for (const [file, says] of faults) {
      expect(() => unpackClassifier(file)).toThrow(ModelFault);
      expect(() => unpackClassifier(file)).toThrow(says);
    }
  });
});
