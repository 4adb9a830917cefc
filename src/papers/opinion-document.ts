import { AlignmentType, Document, Packer, Paragraph, TextRun, type IRunOptions } from 'docx';
import type { OpinionPaper } from '../cases/posts/picture.js';

/** The faces and sizes of official papers: title 小标宋 22 pt, headings 黑体, text 仿宋 16 pt; each machine has its own of them. */
const TITLE = { size: 44, font: { eastAsia: '方正小标宋简体', ascii: 'Times New Roman' } };
const HEADING = { size: 32, font: { eastAsia: '黑体', ascii: 'Times New Roman' } };
const TEXT = { size: 32, font: { eastAsia: '仿宋', ascii: 'Times New Roman' } };
const SMALL = { size: 24, font: TEXT.font };

/** 28 points from line to line, two characters at the beginning of a paragraph. */
const LINE = { line: 560, lineRule: 'exact' as const };
const INDENT = { firstLine: 640 };

/** The draft as a Word document. */
export async function opinionDocument({ title, note, sections, foot }: OpinionPaper): Promise<Uint8Array> {
  const body = sections.flatMap(({ heading, paragraphs }) => [
    line(heading, HEADING),
    ...paragraphs.map((words) => line(words, TEXT)),
  ]);
  const document = new Document({
    title,
    creator: '回音',
    sections: [{ children: [centred(title), line(note, SMALL), ...body, line(foot, SMALL)] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function centred(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 400, line: 640 },
    children: [new TextRun({ text: words, bold: true, ...TITLE })],
  });
}

function line(words: string, face: IRunOptions): Paragraph {
  return new Paragraph({ spacing: LINE, indent: INDENT, children: [new TextRun({ text: words, ...face })] });
}
