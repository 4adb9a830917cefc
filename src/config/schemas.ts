import { z } from 'zod';
import { categoriesSchema } from './categories.js';
import { directorySchema } from './directory.js';
import { settingsSchema } from './settings.js';

const FILES = { directory: directorySchema, settings: settingsSchema, categories: categoriesSchema };

/**
 * The JSON Schemas that editors complete and check the configuration by (`config/schemas/<name>.json`), made from the
 * very schemas that the product reads with. What looks across lines (places, doubles) only the product checks.
 */
export function editorSchemas(): Record<keyof typeof FILES, object> {
  return {
    directory: editorSchema('directory'),
    settings: editorSchema('settings'),
    categories: editorSchema('categories'),
  };
}

function editorSchema(name: keyof typeof FILES): object {
  const schema = z.toJSONSchema(FILES[name], { io: 'input', target: 'draft-7' });
  return { ...schema, title: `Huiyin ${name}.yaml`, description: `See the comments in config/${name}.yaml.` };
}
