import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { verifyAll } from './cli-audit.js';
import { classifyStream } from './cli-classify.js';
import { CORPUS_FOLDER } from './cli-corpus.js';
import { countCorrections, exportCorrections } from './cli-corrections.js';
import { erasePerson } from './cli-erase.js';
import { exportMonth, type ExportFlags } from './cli-export.js';
import { printFigures, type FiguresOptions } from './cli-figures.js';
import { judgeOf, type ReaderFlags } from './cli-reader.js';
import { showRecord } from './cli-record.js';
import { giveCode, listPeople } from './cli-people.js';
import { writeReport, type ReportFlags } from './cli-report.js';
import { trainLocal } from './cli-train-local.js';
import { trainVillageModel } from './cli-train-village.js';
import { evaluateOnRows, trainFromRows, type EvaluateOptions, type TrainOptions } from './cli-train.js';
import { StartFault } from './main/fault.js';
import { localTrainer } from './cli-local-trainer.js';
import { MODEL_FILE, openRecogniser } from './main/model.js';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')));

type TrainFlags = Partial<TrainOptions> & { corpus: string; local?: true };

/** @throws StartFault naming the option that is missing */
function asRows({ data, text, label, out }: TrainFlags): TrainOptions {
  if (data && text !== undefined && label !== undefined && out !== undefined)
    return { data, text, label, out };
  const missing = text === undefined ? '--text' : label === undefined ? '--label' : '--out';
  throw new StartFault(`huiyin train: --data also wants ${missing} (huiyin train --help)`);
}

const program = new Command('huiyin')
  .description('Huiyin 回音: every matter gets an echo, every case an ending.')
  .version(version)
  .showHelpAfterError('(huiyin --help shows the commands)')
  .exitOverride();

program
  .command('classify')
  .description('Reads transcripts as JSON lines on stdin, writes decisions as JSON lines on stdout.')
  .option(
    '--reader <url>',
    'let an OpenAI-compatible chat endpoint settle what is unsure: http://host:port/v1',
  )
  .option(
    '--reader-model <name>',
    'its model (default "default"); the key, if it wants one, stands in HUIYIN_READER_KEY',
  )
  .option('--reader-timeout <seconds>', 'for one message (default 30)')
  .action(async (flags: ReaderFlags) => {
    const judge = judgeOf(flags, openRecogniser(), process.env['HUIYIN_READER_KEY']);
    process.exitCode = await classifyStream(process.stdin, process.stdout, process.stderr, judge);
  });

program
  .command('figures')
  .description(
    'What the recogniser reaches on labelled transcripts (JSON lines): precision, recall, links, answers.',
  )
  .argument('[files...]', 'labelled transcripts, for example corpus/groups/a-*.jsonl')
  .option(
    '--held-out <corpus>',
    'the groups of a corpus that nothing is trained on, with intervals and goals',
  )
  .option('--json', 'one JSON object, each rate with its denominator')
  .action((files: string[], options: FiguresOptions) => printFigures(files, options, write));

program
  .command('train')
  .description(
    'With --data: trains a text classifier on JSON lines. Without: trains the recogniser’s model on the corpus of this ' +
      'checkout, with --local also on what the cadres of this county corrected, adopted when it is no worse. The same ' +
      'lines give the same bytes; takes minutes.',
  )
  .option('--data <files...>', 'JSON lines, one object each')
  .option('--text <fields>', 'fields to read, the shortest that says most first: title,body')
  .option('--label <field>', 'field that holds the class; rows where it is empty are left out')
  .option('--out <file>', 'the model file to write')
  .option('--corpus <folder>', 'folder with groups/, lines/ and held-out.txt', CORPUS_FOLDER)
  .option('--local', 'the county’s own model')
  .action(async (options: TrainFlags) => {
    if (options.local) process.exitCode = await trainLocal(localTrainer, write);
    else if (options.data) trainFromRows(asRows(options), write);
    else trainVillageModel(options.corpus, options.out ?? MODEL_FILE, write);
  });

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

const audit = program.command('audit').description('The record of what was done, and whether it is whole.');
audit
  .command('show')
  .description(
    'The record of one month: officials’ commands, exports, views of sealed cases, changes of the configuration, ' +
      'erasures. Ids and verbs, no villager’s words.',
  )
  .requiredOption('--month <month>', 'for example 2026-05')
  .option('--person <name>', 'of this official alone')
  .action((options: { month: string; person?: string }) => showRecord(options, write));
audit
  .command('verify')
  .description(
    'Walks the hash chain of every case, sealed ones too, and of the record of commands, and names the first event ' +
      'that is not as it was written (exit 1). Shows no word of any case.',
  )
  .action(async () => {
    process.exitCode = await verifyAll(write);
  });

program
  .command('report')
  .description(
    'Writes the draft of a 社情民意信息 of one month as a Word document: what came back in several villages, with numbers; ' +
      'no names, nothing sealed.',
  )
  .option('--month <month>', 'like 2026-05 (default: the month before this one)')
  .option('--place <place>', 'as in directory.yaml, for example 店门镇', '')
  .requiredOption('--out <file>', 'the file to write, .docx')
  .action((flags: ReportFlags) => writeReport(flags, write));

program
  .command('export')
  .description(
    'A month as one workbook (.xlsx: cases, what happened, figures) or three tables (.csv). No sealed case.',
  )
  .requiredOption('--month <month>', 'for example 2026-05')
  .requiredOption('--out <file>', 'FILE.xlsx or FILE.csv')
  .option('--place <place>', 'a township or village alone: 店门镇/石门社区')
  .option('--json', 'one JSON object in place of the summary')
  .action((flags: ExportFlags) => exportMonth(flags, write, process.stderr));

program
  .command('erase')
  .description(
    'Takes a person out of everything that is kept: cases, histories, messages, indexes. Bare facts of cases stay, and ' +
      'every hash chain still holds. Says what it would do; does it with --yes.',
  )
  .requiredOption('--person <who>', 'a contact id, or name@place: 老贺@石门社区')
  .option('--yes', 'do it')
  .action(async (flags: { person: string; yes?: true }) => {
    process.exitCode = await erasePerson(flags, write);
  });

const corrections = program
  .command('corrections')
  .description(
    'What cadres confirmed and corrected, masked: labelled data of this county. Alone: how many there are.',
  )
  .action(() => countCorrections(write));
corrections
  .command('export')
  .description(
    'Writes them as transcripts, JSON lines in the format of corpus/ (README there), readable by you alone.',
  )
  .requiredOption('--out <file>', 'the file to write')
  .action((options: { out: string }) => exportCorrections(options.out, write));

// `huiyin figures | head`: who reads has had enough; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

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
