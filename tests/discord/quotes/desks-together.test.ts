/** Two processes' desks, each with connections of its own, on one database: each sees what the other takes. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { placeSentences } from '../../../src/quotes/select-sentences.ts';
import { defaultSuggestionLimits } from '../../../src/quotes/suggestion-cap.ts';
import { bridge, guildId, member, moderator } from '../../quotes/make-quote.ts';
import { testDatabases, type TestDatabases } from '../../store/databases.ts';
import { makeDeskScene, type DeskScene } from './desk-scene.ts';

async function twoDesks(databases: TestDatabases): Promise<readonly [DeskScene, DeskScene]> {
  const database = await databases.create('migrated');
  onTestFinished(async () => database.dispose());
  const open = async () => {
    const { store } = await database.open();
    onTestFinished(async () => store.close());
    return makeDeskScene({ store });
  };
  return [await open(), await open()];
}

const suggestion = { guildId, actor: moderator, articleId: bridge.id } as const;
const ordinals = placeSentences(bridge).map(({ ordinal }) => ordinal);

// Of SQLite two connections of one process would wait for each other for ever: e2e/two-processes has that.
for (const databases of testDatabases().filter(({ name }) => !name.startsWith('SQLite'))) {
  describe(`two desks on ${databases.name}`, { timeout: 60_000 }, () => {
    beforeAll(async () => databases.start(), 120_000);
    afterAll(async () => databases.dispose());

    test('the same words, suggested in both at once, are taken by one', async () => {
      const desks = await twoDesks(databases);
      for (const ordinal of ordinals) {
        const request = { ...suggestion, selection: [ordinal] };
        const outcomes = await Promise.all(desks.map(async ({ desk }) => desk.suggest(request)));
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
        expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'overlaps')).toHaveLength(1);
      }
      const numbers = await desks[0].store.quotes.quotes({ guildId, limit: 100 });
      expect(numbers).toHaveLength(ordinals.length);
    });

    test('two suggestions moved to the same words at once: one has them', async () => {
      const desks = await twoDesks(databases);
      const [first = 0, second = 0, wanted = 0] = ordinals;
      const suggested = [await desks[0].suggest([first]), await desks[0].suggest([second])];
      const donor = await desks[0].suggest([wanted]);
      await desks[0].desk.act({
        ...suggestion,
        number: donor.number,
        action: { kind: 'undo' },
        actor: member,
      });
      const action = { kind: 'adjust', body: donor.body } as const;
      const outcomes = await Promise.all(
        suggested.map(async ({ number }, place) => desks[place]?.desk.act({ ...suggestion, number, action })),
      );
      expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(1);
    });

    test('a member who suggests in both at once stays under their cap', async () => {
      const desks = await twoDesks(databases);
      await Promise.all(
        ordinals.map(async (ordinal, place) =>
          desks[place % 2]?.desk.suggest({ ...suggestion, actor: member, selection: [ordinal] }),
        ),
      );
      const { open } = await desks[0].store.quotes.suggestionCounts(guildId, member.id, 0);
      expect(open).toBe(Math.min(defaultSuggestionLimits.openMax, ordinals.length));
    });
  });
}
