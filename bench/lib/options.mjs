import { COUNTY } from './county.mjs';
import { SetupError } from '../../scripts/lib/say.mjs';

/** How much is measured: by default in about ten minutes on two cores, with --quick in two; --smoke shows only that it runs. */
export const SIZES = {
  full: {
    recogniser: { rounds: 21, passes: 2 },
    intake: { rounds: 5, messages: 6_000 },
    bot: { rounds: 5, messages: 4_000 },
    scale: { rounds: 5, messages: 2_000, commands: 600, cases: 1_000_000, ...COUNTY, figures: { seconds: 15, perSecond: 200, asked: 15 } },
    post: { cases: 200_000, ...COUNTY },
  },
  quick: {
    recogniser: { rounds: 3, passes: 2 },
    intake: { rounds: 3, messages: 2_000 },
    bot: { rounds: 3, messages: 1_500 },
    scale: { rounds: 3, messages: 600, commands: 200, cases: 20_000, ...COUNTY, figures: { seconds: 3, perSecond: 100, asked: 5 } },
    post: { cases: 20_000, ...COUNTY },
  },
  smoke: {
    recogniser: { rounds: 1, passes: 1 },
    intake: { rounds: 1, messages: 400 },
    bot: { rounds: 1, messages: 200 },
    scale: { rounds: 1, messages: 100, commands: 40, cases: 2_000, groups: 60, people: 3_600, figures: { seconds: 1, perSecond: 20, asked: 1 } },
    post: { cases: 2_000, groups: 60, people: 3_600 },
  },
}; // prettier-ignore

export const PARTS = ['recogniser', 'intake', 'bot', 'scale', 'post'];
/** The daily post alone stands among the figures of scale already. */
const USUAL = PARTS.filter((part) => part !== 'post');

export const USAGE = `npm run bench [-- options]        the benchmark; -s before -- for stdout alone

  --json          one JSON object on stdout: {"ratios": …, "figures": …}
  --quick         smaller numbers, two minutes
  --smoke         smallest numbers, only to see that it runs
  --only PART     ${PARTS.join(' | ')}; may be repeated`;

/** @param {string[]} args @returns {{ json: boolean, size: keyof typeof SIZES, parts: string[], help: boolean }} */
export function readOptions(args) {
  const options = { json: false, size: 'full', parts: [], help: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') options.json = true;
    else if (arg === '--quick' || arg === '--smoke') options.size = arg.slice(2);
    else if (arg === '--help') options.help = true;
    else if (arg === '--only') options.parts.push(known(rest.shift()));
    else throw new SetupError(`bench: ${arg} is no option of it.\n\n${USAGE}`);
  }
  if (options.parts.length === 0) options.parts = USUAL;
  return options;
}

function known(part) {
  if (PARTS.includes(part)) return part;
  throw new SetupError(`bench: --only wants one of ${PARTS.join(', ')}.`);
}
