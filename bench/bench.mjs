import { asCommand, say } from '../scripts/lib/say.mjs';
import { ensureReady, ensureRedisProgram } from '../scripts/lib/setup.mjs';
import { PARTS, readOptions, SIZES, USAGE } from './lib/options.mjs';

/**
 * `npm run bench`: every ratio side by side in this one run, then the figures of a county. Sets up what is missing, has
 * its own Redis servers and processes, and leaves none behind.
 */
const options = await asCommand(async () => readOptions(process.argv.slice(2)));
if (options.help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}

await asCommand(async () => {
  await ensureReady();
  await ensureRedisProgram();
});

// Only now: on a fresh clone there were no packages to import before.
const { machine } = await import('./lib/machine.mjs');
const { report, table } = await import('./lib/table.mjs');
const RUN = {
  recogniser: async (size) => (await import('./parts/recogniser.mjs')).recogniserRatio(size),
  intake: async (size) => (await import('./parts/intake.mjs')).intakeRatio(size),
  bot: async (size) => (await import('./parts/bot.mjs')).botRatio(size),
  scale: async (size) => (await import('./parts/scale.mjs')).scaleRatio(size),
  post: async (size) => (await import('./parts/post.mjs')).postFigures(size),
};

const before = machine();
const results = {};
for (const part of PARTS.filter((one) => options.parts.includes(one))) {
  const began = performance.now();
  say(`bench: ${part} …`);
  results[part] = await RUN[part](SIZES[options.size][part]);
  say(`bench: ${part} took ${Math.round((performance.now() - began) / 1000)} s`);
}
const about = { ...before, load_after: machine().load };
process.stdout.write(
  options.json
    ? `${JSON.stringify(report(results, about, options.size))}\n`
    : table(results, about, options.size),
);
process.exit(0);
