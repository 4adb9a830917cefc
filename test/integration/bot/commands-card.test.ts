import { readFileSync } from 'node:fs';
import { parseCommand } from '../../../src/bot/commands/parse.js';
import type { CommandSpeaker } from '../../../src/bot/commands/scene.js';

const docs = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const official: CommandSpeaker = { official: true, privateChat: false, openQuestion: false, openList: true };

function verbOf(text: string, speaker = official): string {
  const parsed = parseCommand(
    { reply: text, quote: null, type: 'text', mentions: [], mentionsBot: false, botName: '回音' },
    speaker,
  );
  return parsed.kind === 'command' ? parsed.command.verb : parsed.kind;
}

/** The first cells of the card: `交办 #3 @李望秋 3天`, or several with wide blanks between. */
function cells(html: string): string[] {
  return [...html.matchAll(/<tr><td>(.*?)<\/td>/gu)]
    .flatMap((hit) => (hit[1] ?? '').split('　'))
    .map((cell) => cell.replace(/<\/?i>/gu, '').trim());
}

describe('the card for officials', () => {
  const card = cells(docs('commands.zh-CN.html'));

  it.each(card)('%s is understood as it is printed', (text) => {
    expect(['none', 'malformed']).not.toContain(verbOf(text));
  });

  it('leaves out no command', () => {
    const verbs = new Set(card.map((text) => verbOf(text)));
    expect([...verbs].sort()).toEqual(
      [
        'accept', 'assign', 'transfer', 'hand_back', 'progress', 'resolve', 'extend', 'ask', 'decline', 'merge', 'register', 'pick', 'drop', 'pick_into', 'show', 'todo',
        'overdue', 'daily', 'weekly', 'monthly', 'undo', 'void', 'recategorise', 'silence', 'resume', 'supervise', 'lift', 'watched', 'duty', 'publish', 'raise', 'rate', 'join', 'withdraw',
      ].sort(),
    ); // prettier-ignore
  });

  it('is one page that needs nothing else', () => {
    const html = docs('commands.zh-CN.html');
    expect(html).not.toMatch(/<script|<link|<img|url\(|https?:/u);
    expect(html).toContain('size: A4');
  });
});

describe('the same in Markdown', () => {
  const rows = docs('commands.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const commands = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map((hit) => hit[1] ?? ''),
  );

  it('has them all', () => expect(commands.length).toBeGreaterThan(15));
  it.each(commands)('%s', (text) => {
    expect(['none', 'malformed']).not.toContain(verbOf(text));
  });
});
