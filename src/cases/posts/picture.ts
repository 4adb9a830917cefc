import { z } from 'zod';

/**
 * What the picture of a post shows: words and figures that are ready to be seen, nothing else. It stands in the outbox
 * in place of the picture, which is drawn when it is sent.
 */
export const pictureSchema = z.object({
  title: z.string(),
  period: z.string(),
  /** Figures in large type, three in a row. */
  tiles: z.array(z.object({ label: z.string(), value: z.string(), note: z.string(), alarm: z.boolean() })),
  /** Day by day: two bars each. */
  days: z
    .object({
      title: z.string(),
      labels: z.array(z.string()),
      series: z.array(z.object({ name: z.string(), values: z.array(z.number()) })),
    })
    .nullable(),
  shares: z
    .object({ title: z.string(), rows: z.array(z.object({ name: z.string(), count: z.number() })) })
    .nullable(),
  ranking: z
    .object({
      title: z.string(),
      rows: z.array(
        z.object({
          rank: z.number(),
          name: z.string(),
          score: z.number(),
          /** Ranks gained or lost; null: not compared. */
          gained: z.number().nullable(),
          note: z.string(),
        }),
      ),
      rest: z.string(),
    })
    .nullable(),
  /** Lines under a heading: what is overdue, what comes back in many villages. */
  lists: z.array(z.object({ title: z.string(), rows: z.array(z.string()), alarm: z.boolean() })),
  foot: z.string(),
});
export type PostPicture = z.infer<typeof pictureSchema>;

/** What a 社情民意信息 says, section by section. */
export const opinionSchema = z.object({
  title: z.string(),
  note: z.string(),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
  foot: z.string(),
});
export type OpinionPaper = z.infer<typeof opinionSchema>;

/** A file that the bot sends: what is to be drawn or written in it, not its bytes. */
export const sentFileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), name: z.string(), picture: pictureSchema }),
  z.object({ kind: z.literal('opinion'), name: z.string(), paper: opinionSchema }),
]);
export type SentFile = z.infer<typeof sentFileSchema>;

/** Every word that somebody could read in it. */
export function wordsIn(picture: PostPicture): string[] {
  const { title, period, tiles, days, shares, ranking, lists, foot } = picture;
  return [
    title, period, ...tiles.flatMap((tile) => [tile.label, tile.value, tile.note]),
    ...(days ? [days.title, ...days.series.map((one) => one.name)] : []),
    ...(shares ? [shares.title, ...shares.rows.map((row) => row.name)] : []),
    ...(ranking ? [ranking.title, ...ranking.rows.flatMap((row) => [row.name, row.note]), ranking.rest] : []),
    ...lists.flatMap((list) => [list.title, ...list.rows]), foot,
  ]; // prettier-ignore
}
