import type { Directory } from '../../src/cases/directory.js';
import { whoIsMeant } from '../../src/cli-erase-who.js';
import { writeReport } from '../../src/cli-report.js';
import type { Stores } from '../../src/store/stores.js';

/** What is refused before anything is opened. */
const untouched = <What extends object>(): What =>
  new Proxy({} as What, {
    get: () => {
      throw new Error('opened');
    },
  });

describe('options that make no sense', () => {
  it('a bare name is nobody’s contact id: taken for one it was looked for in everybody’s words', async () => {
    const who = whoIsMeant(untouched<Stores>(), untouched<Directory>(), '老贺');
    await expect(who).rejects.toThrow('"老贺" is a name; write it with its place, like 老贺@石门社区');
  });

  it('a Word document is not written under another name', async () => {
    const written = writeReport({ month: '2026-05', place: '', out: '/tmp/may.pdf' }, () => undefined);
    await expect(written).rejects.toThrow('--out wants a name that ends in .docx');
  });
});
