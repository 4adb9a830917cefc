const IN_XML = /<newmsgid>\s*([^<\s]+)\s*<\/newmsgid>/i;
const BARE_ID = /^[\w@.:+/=-]{4,128}$/;

/**
 * The id of the message that a recall takes back. Puppets give it as the text itself, or inside WeChat's own XML;
 * null when the text is only a sentence for people.
 */
export function recalledId(text: string): string | null {
  const inXml = IN_XML.exec(text)?.[1];
  if (inXml !== undefined) return inXml;
  const bare = text.trim();
  return BARE_ID.test(bare) ? bare : null;
}
