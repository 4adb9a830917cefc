import type { Cell } from '../cases/export/rows.js';

/** The few parts of an Office Open XML workbook that a table needs. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FORMAT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** What a cell can hold. */
const CELL_MAX = 32_000;

/** Up to the first row of data; the head stays in sight while one scrolls. */
export function sheetHead(head: Cell[][]): string {
  const top = head.length + 1;
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head.length}" topLeftCell="A${top}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const rows = head.map((row, i) => sheetRow(row, i + 1, true)).join('');
  return `${XML}<worksheet xmlns="${MAIN}">${pane}<sheetFormatPr baseColWidth="14" defaultRowHeight="15"/><sheetData>${rows}`;
}

export function sheetFoot(): string {
  return '</sheetData></worksheet>';
}

/** Text is always text here: nothing in it can be a formula. */
export function sheetRow(row: Cell[], n: number, bold: boolean): string {
  const style = bold ? ' s="1"' : '';
  const cells = row.map((cell, i) => {
    if (cell === null || cell === '') return '';
    const at = `r="${columnName(i)}${n}"${style}`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${n}">${cells.join('')}</row>`;
}

export function workbook(names: string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

export function workbookRelations(names: string[]): string {
  const sheets = names.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  const styles = relation(names.length + 1, 'styles', 'styles.xml');
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

export const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`;

export const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0" xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

export function contentTypes(names: string[]): string {
  const sheets = names.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, `${FORMAT}.worksheet+xml`));
  const rest = [
    override('xl/workbook.xml', `${FORMAT}.sheet.main+xml`),
    override('xl/styles.xml', `${FORMAT}.styles+xml`),
  ];
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return `${XML}<Types xmlns="${PACKAGE}/content-types">${defaults}${[...sheets, ...rest].join('')}</Types>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function override(path: string, type: string): string {
  return `<Override PartName="/${path}" ContentType="${type}"/>`;
}

/** A, B … Z, AA … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML cannot hold: control characters and halves of characters. */
function escaped(text: string): string {
  return text
    .slice(0, CELL_MAX)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '')
    .replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}
