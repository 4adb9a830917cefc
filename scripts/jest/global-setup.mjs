import { randomBytes } from 'node:crypto';

/** Gives the run a name; the workers and all that their tests start carry it. */
export default function setup() {
  process.env['HUIYIN_TEST_RUN'] = randomBytes(8).toString('hex');
}
