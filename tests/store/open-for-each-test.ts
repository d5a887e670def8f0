import type { Kysely } from 'kysely';
import { beforeEach } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import type { Database } from '../../src/store/schema.ts';
import type { OpenDatabase, TestDatabase, TestDatabases } from './databases.ts';

/** The store of the running test, on an empty database. */
export interface OpenStore {
  readonly store: Store;
  readonly database: TestDatabase;
  /** Looks at the tables themselves. */
  peek<T>(look: (db: Kysely<Database>) => Promise<T>): Promise<T>;
  /** Closes the store and opens it again, as a restart does. */
  restart(): Promise<void>;
}

/** Gives each test of the surrounding suite an empty, open store. */
export function openForEachTest(databases: TestDatabases): OpenStore {
  let running: { readonly database: TestDatabase; readonly opened: OpenDatabase } | undefined;
  const held = () => {
    if (running === undefined) throw new Error('no test is running');
    return running;
  };
  beforeEach(async () => {
    const database = await databases.create('migrated');
    running = { database, opened: await database.open() };
    return async () => {
      await held().opened.store.close();
      await database.dispose();
      running = undefined;
    };
  });
  return {
    get store() {
      return held().opened.store;
    },
    get database() {
      return held().database;
    },
    peek: async (look) => look(held().opened.db),
    restart: async () => {
      const { database, opened } = held();
      await opened.store.close();
      running = { database, opened: await database.open() };
    },
  };
}
