import { describe, expect, test } from 'vitest';
import { changeSettings } from '../../src/guilds/change-settings.ts';
import { settingsDefaults, type GuildSettings } from '../../src/guilds/settings.ts';
import type { TestDatabases } from './databases.ts';
import { openForEachTest } from './open-for-each-test.ts';

const withRetention = (retentionDays: number): GuildSettings => {
  const outcome = changeSettings(settingsDefaults, { retentionDays });
  if (!outcome.ok) throw new Error('not a retention');
  return outcome.settings;
};

/** What every store of settings does, whatever database is under it. */
export function describeSettingsStore(databases: TestDatabases): void {
  describe(`settings on ${databases.name}`, () => describeSettings(databases));
}

function describeSettings(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('a server that never chose has the defaults at revision 0', async () => {
    expect(await open.store.guilds.settings('3001')).toEqual({ settings: settingsDefaults, revision: 0 });
  });

  test('saves, remembers who and when, and reads back what was saved', async () => {
    const outcome = changeSettings(settingsDefaults, {
      channels: { '2001': { mode: 'questions', articles: ['a', 'b'] } },
      timeZone: 'Europe/London',
      retentionDays: 7,
    });
    const settings = outcome.ok ? outcome.settings : settingsDefaults;
    const save = { guildId: '3001', settings, expectedRevision: 0, changedBy: '9001', atMs: 77 };
    expect(await open.store.guilds.saveSettings(save)).toEqual({ ok: true, revision: 1 });
    const saved = { settings, revision: 1, changedBy: '9001', changedAtMs: 77 };
    expect(await open.store.guilds.settings('3001')).toEqual(saved);
    expect((await open.store.guilds.settings('3002')).revision).toBe(0);
  });

  test.for([0, 1])(
    'of ten moderators who saw revision %i one saves, the others see what he saved',
    async (seen) => {
      const { guilds } = open.store;
      const save = async (retentionDays: number, expectedRevision: number) =>
        guilds.saveSettings({
          guildId: '3001',
          settings: withRetention(retentionDays),
          expectedRevision,
          changedBy: `${9_000 + retentionDays}`,
          atMs: retentionDays,
        });
      if (seen === 1) await save(100, 0);
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, async (_, index) => save(index + 1, seen)),
      );
      expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, revision: seen + 1 }]);
      const current = await guilds.settings('3001');
      for (const outcome of outcomes) if (!outcome.ok) expect(outcome.current).toEqual(current);
    },
  );
}
