import { describe, expect, test } from 'vitest';
import { describePrivacy, keptDays, storedTables, type StoredTable } from '../../src/guilds/privacy.ts';

const tables: readonly StoredTable[] = storedTables;

describe('the table of what is stored', () => {
  test.for(tables.map((entry) => [entry.table, entry] as const))(
    'says of %s what, why, who sees it and how long, in both languages',
    ([, entry]) => {
      for (const words of [entry.what, entry.why, entry.seenBy]) {
        expect(words.id).not.toBe('');
        expect(words.en).not.toBe('');
      }
      const { kept } = entry;
      if (kept.kind === 'days') expect(entry.columns[kept.since]).toBe('time');
      if (kept.kind === 'with') expect(tables.map(({ table }) => table)).toContain(kept.table);
      if (entry.emptied !== undefined) {
        expect(entry.columns[entry.emptied.column]).toBe('member');
        expect(entry.columns[entry.emptied.since]).toBe('time');
      }
    },
  );

  test('keeps who decided about quotes for a year after their last act', () => {
    const people = tables.find(({ table }) => table === 'quote_people');
    expect(people?.kept).toEqual({
      kind: 'days',
      days: { retention: false, atMost: 365 },
      since: 'last_acted_at',
    });
  });

  test('keeps who does not want to be told until they say otherwise', () => {
    const optOuts = tables.find(({ table }) => table === 'quote_opt_outs');
    expect(optOuts?.kept).toEqual({ kind: 'with-choice' });
    expect(describePrivacy('en', 30).at(-1)?.kept).toBe('until you choose otherwise');
  });

  test('keeps no other member’s ID and no question longer than the retention', () => {
    const personal = tables.filter(
      ({ table, columns }) =>
        table !== 'quote_people' &&
        table !== 'quote_opt_outs' &&
        Object.values(columns).some((meaning) => meaning === 'member' || meaning === 'question'),
    );
    expect(personal.map(({ table }) => table)).toEqual([
      'turns',
      'kept_questions',
      'votes',
      'lesson_wordings',
    ]);
    for (const entry of personal) {
      const owner = entry.kept.kind === 'with' ? entry.kept.table : entry.table;
      const { kept } = tables.find(({ table }) => table === owner) ?? entry;
      const days = entry.emptied?.days ?? (kept.kind === 'days' ? kept.days : undefined);
      for (const retentionDays of [1, 30, 365]) {
        expect(days && keptDays(days, retentionDays)).toBeLessThanOrEqual(retentionDays);
      }
    }
  });
});

describe('/privacy', () => {
  test('gives a line for every table, with the server’s own retention', () => {
    const lines = describePrivacy('en', 14);
    expect(lines).toHaveLength(tables.length);
    expect(lines[tables.findIndex(({ table }) => table === 'turns')]?.kept).toBe('7 days');
    expect(lines[tables.findIndex(({ table }) => table === 'votes')]?.kept).toBe('14 days');
    expect(lines[tables.findIndex(({ table }) => table === 'gap_decisions')]?.kept).toBe(
      'lessons: until undone, then 14 days; others 14 days',
    );
    expect(lines[tables.findIndex(({ table }) => table === 'lessons')]?.kept).toBe(
      'until undone, then 14 days',
    );
    expect(describePrivacy('en', 1)[1]?.kept).toBe('1 day');
    expect(describePrivacy('id', 14)[1]?.kept).toBe('7 hari');
  });
});
