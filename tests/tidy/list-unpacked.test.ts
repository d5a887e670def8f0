import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listUnpacked } from './list-unpacked.ts';

test('a folder without git is read whole, but for what is ignored and what the batch mode writes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kutip-tidy-'));
  try {
    const files = [
      'src/a.ts',
      'var/a.db',
      'node_modules/a/a.js',
      '.env',
      'b.log',
      'answers.jsonl',
      'README.md',
    ];
    for (const file of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), '');
    }
    writeFileSync(path.join(folder, '.gitignore'), 'node_modules\n.env\n/var/\n*.log\n');
    expect(listUnpacked(folder).toSorted()).toEqual(['.gitignore', 'README.md', 'src/a.ts']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
