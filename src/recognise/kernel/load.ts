import { z } from 'zod';

/** A function of a kernel: numbers in, a number out. */
export type Call = (...numbers: number[]) => number;

const PAGE = 65_536;
const Exports = z.object({ memory: z.instanceof(WebAssembly.Memory) }).catchall(z.unknown());

/** A kernel of its own: its memory, with room for so many bytes, and its functions by name. */
export interface Loaded<Name extends string> {
  buffer: ArrayBuffer;
  calls: Record<Name, Call>;
}

const modules = new Map<string, WebAssembly.Module>();

/** @param code in base64 @throws Error when it lacks one of the functions */
export function loadKernel<Name extends string>(
  code: string,
  bytes: number,
  names: readonly Name[],
): Loaded<Name> {
  const module = modules.get(code) ?? new WebAssembly.Module(Buffer.from(code, 'base64'));
  modules.set(code, module);
  const exported = Exports.parse(new WebAssembly.Instance(module, {}).exports);
  const { memory } = exported;
  memory.grow(Math.max(0, Math.ceil((bytes - memory.buffer.byteLength) / PAGE)));
  const calls = Object.fromEntries(
    names.map((name) => {
      const call = exported[name];
      if (typeof call !== 'function') throw new Error(`the kernel has no ${name}: npm run kernel`);
      return [name, call as Call];
    }),
  ) as Record<Name, Call>;
  return { buffer: memory.buffer, calls };
}
