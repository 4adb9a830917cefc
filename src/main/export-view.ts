import type { ExportView } from '../cases/export/rows.js';
import { CATEGORIES } from '../cases/words.js';
import type { Config } from '../config/shape.js';

/** Illness and poverty, whatever the configuration calls private beside them. */
const ALWAYS = ['welfare', 'health'] as const;

/** What exports may show, by the county's configuration. */
export function exportView({ settings, taxonomy }: Config): ExportView {
  const named = CATEGORIES.filter((one) => taxonomy.categories[one].private);
  return {
    full: settings.privacy.exportFull,
    discreet: [...new Set([...ALWAYS, ...named])],
    categoryNames: Object.fromEntries(
      CATEGORIES.map((one) => [one, taxonomy.categories[one].name]),
    ) as ExportView['categoryNames'],
  };
}
