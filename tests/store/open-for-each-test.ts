import { beforeEach } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import type { TestDatabase, TestDatabases } from './databases.ts';

/** The store of the running test, on an empty database. */
export interface OpenStore {
  store: Store;
  database: TestDatabase;
  /** Closes the store and opens it again, as a restart does. */
  restart(): Promise<void>;
}

/** Gives each test of the surrounding suite an empty, open store. */
export function openForEachTest(databases: TestDatabases): OpenStore {
  const open: Partial<OpenStore> = {};
  const held = () => {
    if (open.store === undefined || open.database === undefined) throw new Error('no test is running');
    return { store: open.store, database: open.database };
  };
  beforeEach(async () => {
    open.database = await databases.create();
    open.store = await open.database.open();
    return async () => {
      await held().store.close();
      await held().database.dispose();
    };
  });
  return {
    get store() {
      return held().store;
    },
    get database() {
      return held().database;
    },
    restart: async () => {
      await held().store.close();
      open.store = await held().database.open();
    },
  };
}
