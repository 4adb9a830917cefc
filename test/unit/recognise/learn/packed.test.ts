import { ModelFault, packModel, unpackModel } from '../../../../src/recognise/learn/packed.js';

const model = {
  kind: 'sample',
  about: { version: 'one', classes: ['甲', '乙'] },
  parts: {
    bytes: Int8Array.of(-128, 0, 127),
    numbers: Float32Array.of(0.5, -3),
    steps: Int32Array.of(1, 70_000),
  },
};
const bytes = packModel(model);

describe('a model file', () => {
  it('comes back as it was packed', () => {
    expect(unpackModel(bytes, 'sample')).toEqual(model);
  });

  it.each([1, 8, 30, bytes.length - 1])('cut short after %i bytes is refused', (length) => {
    expect(() => unpackModel(bytes.subarray(0, length), 'sample')).toThrow(ModelFault);
  });

  it('with one bit changed is refused', () => {
    for (const at of [20, 45, bytes.length - 2]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unpackModel(changed, 'sample')).toThrow(/cut short or was changed/u);
    }
  });

  it('of something else says what it is', () => {
    expect(() => unpackModel(bytes, 'village')).toThrow(
      'the file holds a model of kind "sample"; a "village" is wanted here',
    );
    expect(() => unpackModel(Buffer.from('路灯坏了'), 'sample')).toThrow(/no Huiyin model file/u);
    expect(() => unpackModel(new Uint8Array(0), 'sample')).toThrow(ModelFault);
  });
});
