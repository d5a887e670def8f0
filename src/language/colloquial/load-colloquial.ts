import { readFileSync } from 'node:fs';
import { parseColloquialForms } from './forms.ts';
import type { ColloquialLists } from './forms.ts';

/**
 * Reads the shipped lists beside this module: called once, by an entry file, which hands the result on.
 * @throws {Error} when a shipped file is missing or malformed.
 */
export function loadColloquialForms(): ColloquialLists {
  return { id: parseColloquialForms(read('forms.txt')), en: parseColloquialForms(read('english-forms.txt')) };
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
