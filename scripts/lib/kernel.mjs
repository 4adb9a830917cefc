import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const SOURCES = { TEXT_KERNEL: 'text.ts', NET_KERNEL: 'net.ts' };
export const KERNEL_MODULE = join(ROOT, 'src', 'recognise', 'kernel', 'code.ts');
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--initialMemory', '1'];

/** The text of src/recognise/kernel/code.ts as the sources make it. @throws Error with what the compiler says */
export async function compiledKernels() {
  const lines = ['/** kernel/*.ts, compiled to WebAssembly: `npm run kernel` writes this file. */'];
  for (const [name, file] of Object.entries(SOURCES))
    lines.push(`export const ${name} =\n  '${(await compiled(file)).toString('base64')}';`);
  return `${lines.join('\n')}\n`;
}

async function compiled(file) {
  const { default: asc } = await import('assemblyscript/asc');
  let code = null;
  const { error, stderr } = await asc.main([file, '-o', 'out.wasm', ...OPTIONS], {
    readFile: (name) => (name === file ? readFileSync(join(ROOT, 'kernel', file), 'utf8') : null),
    writeFile: (name, bytes) => {
      if (name === 'out.wasm') code = Buffer.from(bytes);
    },
    listFiles: () => [],
  });
  if (error || !code) throw new Error(`kernel/${file}: ${error?.message ?? 'no code'}\n${stderr.toString()}`);
  return code;
}
