import { readFileSync, writeFileSync } from 'node:fs';
import { KERNEL_MODULE, compiledKernels } from './lib/kernel.mjs';

/**
 * `npm run kernel`: compiles kernel/*.ts and writes them down as a module of the product, which needs no compiler.
 * With --check: ends with 1 when that module is not what the sources make.
 */
const text = await compiledKernels();
if (!process.argv.includes('--check')) writeFileSync(KERNEL_MODULE, text);
else if (readFileSync(KERNEL_MODULE, 'utf8') !== text) {
  console.log('src/recognise/kernel/code.ts is not what kernel/*.ts makes: npm run kernel');
  process.exitCode = 1;
}
