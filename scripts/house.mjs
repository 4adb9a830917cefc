import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { houseReport } from './lib/house-report.mjs';
import { ROOT } from './lib/paths.mjs';

/** `npm run check`, one part: sizes and habits that neither compiler nor linter sees. Ends with 1 when one is broken. */
const folders = ['src', 'test', 'bench', 'scripts', 'bin'].filter((folder) => existsSync(join(ROOT, folder)));
const { figures, faults } = houseReport(ROOT, folders);
for (const line of [...figures, ...faults]) console.log(line);
process.exitCode = faults.length > 0 ? 1 : 0;
