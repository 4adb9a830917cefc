import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { classifyStream } from './cli-classify.js';
import { printFigures } from './cli-figures.js';
import { giveCode, listPeople } from './cli-people.js';
import { evaluateOnRows, trainFromRows, type EvaluateOptions, type TrainOptions } from './cli-train.js';
import { StartFault } from './main/fault.js';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')));

const program = new Command('huiyin')
  .description('Huiyin 回音: every matter gets an echo, every case an ending.')
  .version(version)
  .showHelpAfterError('(huiyin --help shows the commands)')
  .exitOverride();

program
  .command('classify')
  .description('Reads transcripts as JSON lines on stdin, writes decisions as JSON lines on stdout.')
  .action(async () => {
    process.exitCode = await classifyStream(process.stdin, process.stdout, process.stderr);
  });

program
  .command('figures')
  .description(
    'What the recogniser reaches on labelled transcripts (JSON lines): precision, recall, links, answers.',
  )
  .argument('<files...>', 'labelled transcripts, for example corpus/groups/*.jsonl')
  .option('--json', 'one JSON object, each rate with its denominator')
  .action((files: string[], options: { json?: true }) => printFigures(files, options.json === true, write));

program
  .command('train')
  .description('Trains a text classifier on JSON lines: the same lines, the same bytes. Takes minutes.')
  .requiredOption('--data <files...>', 'JSON lines, one object each')
  .requiredOption('--text <fields>', 'fields to read, the shortest that says most first: title,body')
  .requiredOption('--label <field>', 'field that holds the class; rows where it is empty are left out')
  .requiredOption('--out <file>', 'the model file to write')
  .action((options: TrainOptions) => trainFromRows(options, write));

program
  .command('evaluate')
  .description('What a trained classifier reaches on labelled JSON lines: accuracy, macro-F1, each class.')
  .requiredOption('--model <file>', 'a model file of huiyin train')
  .requiredOption('--data <files...>', 'JSON lines, one object each')
  .requiredOption('--text <fields>', 'fields of the model, all or some: title')
  .requiredOption('--label <field>', 'field that holds the true class')
  .option('--json', 'one JSON object: accuracy, macro_f1, classes')
  .action((options: EvaluateOptions) => evaluateOnRows(options, write));

const people = program
  .command('people')
  .description('The officials of the directory: who has enrolled, and one-time codes.')
  .action(() => listPeople(write));
people
  .command('code')
  .description('Makes a one-time code, valid for a day, for an official of the directory: people code 周小满')
  .argument('<name>', 'the name as it stands in directory.yaml')
  .action((name: string) => giveCode(name, write));

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitOf(error);
}

/** Help and version are no errors; what the user can mend is one line and exit 2. */
function exitOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const line = error instanceof StartFault ? error.message : `huiyin: ${error instanceof Error ? error.message : String(error)}`; // prettier-ignore
  process.stderr.write(`${line}\n`);
  return 2;
}
