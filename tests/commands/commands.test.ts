import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createDispatch } from '../../src/discord/dispatch.ts';
import { createCooldown } from '../../src/discord/cooldown.ts';
import { makeServices } from '../discord/services.ts';
import { makeIndex } from '../discord/corpus.ts';

interface Described {
  readonly name: string;
  readonly name_localizations?: { readonly id?: string | null } | null;
  readonly description?: string;
  readonly description_localizations?: { readonly id?: string | null } | null;
  readonly options?: readonly Described[];
}

function withOptions(described: Described): Described[] {
  return [described, ...(described.options ?? []).flatMap(withOptions)];
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the described part is looked at
const all = commands.map(({ data }) => data as unknown as Described);

describe('the commands', () => {
  test('are these, once each', () => {
    expect(all.map(({ name }) => name)).toEqual([
      'ask',
      'search',
      'passage',
      'article',
      'verify',
      'quote',
      'settings',
      'gaps',
      'privacy',
      'forget-me',
      'help',
      'Ask the article',
      'Suggest as quote',
      'Verify quote',
      'Why this passage',
    ]);
  });

  test.for(all.flatMap(withOptions).map((described) => [described.name, described] as const))(
    '%s has an Indonesian name and description',
    ([, described]) => {
      expect(described.name_localizations?.id?.length).toBeGreaterThan(0);
      if (described.description !== undefined) {
        expect(described.description_localizations?.id?.length).toBeGreaterThan(0);
      }
    },
  );

  const forModerators = new Set(['settings', 'gaps', 'Why this passage']);
  const inServers = new Set(['quote', 'Suggest as quote']);

  test.for(commands.filter(({ data: { name } }) => !forModerators.has(name) && !inServers.has(name)))(
    'can be used everywhere: $data.name',
    ({ data }) => {
      expect(data.contexts).toEqual([0, 1, 2]);
      expect(data.integration_types).toEqual([0, 1]);
    },
  );

  test.for(commands.filter(({ data }) => forModerators.has(data.name)))(
    'is for those who moderate a server: $data.name',
    ({ data }) => {
      expect(data.contexts).toEqual([0]);
      expect(data.integration_types).toEqual([0]);
      expect(Number(data.default_member_permissions)).toBeGreaterThan(0);
    },
  );

  test.for(commands.filter(({ data }) => inServers.has(data.name)))(
    'is for everybody in servers: $data.name',
    ({ data }) => {
      expect(data.contexts).toEqual([0]);
      expect(data.integration_types).toEqual([0]);
      expect(data.default_member_permissions).toBeUndefined();
    },
  );

  test('have different names in Indonesian too', () => {
    const names = all.map((described) => described.name_localizations?.id);
    expect(new Set(names).size).toBe(names.length);
  });
});

const services = await makeServices(makeIndex([]));

describe('dispatch', () => {
  const cooldown = createCooldown({ commandSeconds: 0 });
  const [ask] = commands;

  test('refuses two commands of one name', () => {
    const twice = ask ? [ask, { ...ask, buttons: {} }] : [];
    expect(() => createDispatch({ commands: twice, services, cooldown })).toThrow(
      'Two commands are called ask',
    );
  });

  test('refuses two commands for one kind of button', () => {
    const other = ask ? [ask, { ...ask, data: { ...ask.data, name: 'other' } }] : [];
    expect(() => createDispatch({ commands: other, services, cooldown })).toThrow('the same kind of button');
  });
});
