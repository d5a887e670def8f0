/** The databases that the contract suites run over, each giving empty ones that can be opened again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { Client } from 'pg';
import { openSqlite } from '../../src/store/open-sqlite.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { migrate } from '../../src/store/migrate.ts';
import { storeOver, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import type { Database } from '../../src/store/schema.ts';

/** A store, and the database under it to look into. */
export interface OpenDatabase {
  readonly store: Store;
  readonly db: Kysely<Database>;
}

/** One empty database. */
export interface TestDatabase {
  /** What another process opens it with; absent where none can. */
  readonly options?: StoreOptions;
  /** Opens and migrates it; again after `close` gives what was kept. */
  open(): Promise<OpenDatabase>;
  /** Opens it as it is, without migrating. */
  openRaw(): Promise<Kysely<Database>>;
  dispose(): Promise<void>;
}

export interface TestDatabases {
  readonly name: string;
  /** False where closing forgets everything. */
  readonly isKept: boolean;
  /** Whether two stores can be open on one of its databases at once. */
  readonly isShared: boolean;
  /** Brings the server up, which may take long. */
  start(): Promise<void>;
  create(): Promise<TestDatabase>;
  dispose(): Promise<void>;
}

/** All of them; a real PostgreSQL where `TEST_DATABASE_URL` names one whose user may create databases. */
export function testDatabases(): readonly TestDatabases[] {
  const url = process.env['TEST_DATABASE_URL'];
  return [
    sqliteFiles(),
    sqliteMemory(),
    pgliteInProcess(),
    ...(url === undefined || url === '' ? [] : [postgresServer(url)]),
  ];
}

async function openMigrated(db: Kysely<Database>): Promise<OpenDatabase> {
  await migrate(db, 'the test database');
  return { store: storeOver(db), db };
}

function sqliteFiles(): TestDatabases {
  return {
    name: 'SQLite file',
    isKept: true,
    isShared: true,
    start: async () => {},
    create: async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'kutip-store-'));
      const sqlitePath = path.join(folder, 'var', 'kutip.sqlite');
      return {
        options: { sqlitePath },
        open: async () => openMigrated(openSqlite(sqlitePath)),
        openRaw: async () => openSqlite(sqlitePath),
        dispose: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
    dispose: async () => {},
  };
}

function sqliteMemory(): TestDatabases {
  return {
    name: 'SQLite memory',
    isKept: false,
    isShared: false,
    start: async () => {},
    create: async () => ({
      open: async () => openMigrated(openSqlite(':memory:')),
      openRaw: async () => openSqlite(':memory:'),
      dispose: async () => {},
    }),
    dispose: async () => {},
  };
}

function pgliteInProcess(): TestDatabases {
  // Starting one takes seconds: one for all, emptied for each test.
  let started: Promise<PGlite> | undefined;
  const openRaw = async () => {
    started ??= PGlite.create();
    const pglite = await started;
    const shared = {
      query: pglite.query.bind(pglite),
      transaction: pglite.transaction.bind(pglite),
      close: async () => {},
      closed: false,
      ready: true,
      waitReady: Promise.resolve(),
    };
    return new Kysely<Database>({
      dialect: new PGliteDialect({ pglite: shared }),
    });
  };
  return {
    name: 'PGlite',
    isKept: true,
    isShared: false,
    start: async () => {
      started ??= PGlite.create();
      await started;
    },
    create: async () => {
      started ??= PGlite.create();
      await (await started).exec('drop schema public cascade; create schema public');
      return { open: async () => openMigrated(await openRaw()), openRaw, dispose: async () => {} };
    },
    dispose: async () => (await started)?.close(),
  };
}

async function run(connectionString: string, statements: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statements);
  await client.end();
}

function postgresServer(adminUrl: string): TestDatabases {
  // One database of its own for all, emptied for each test: creating one is slow.
  const name = `kutip_test_${process.pid}`;
  const url = new URL(adminUrl);
  url.pathname = name;
  const databaseUrl = url.href;
  return {
    name: 'PostgreSQL',
    isKept: true,
    isShared: true,
    start: async () => run(adminUrl, `create database ${name}`),
    create: async () => {
      await run(databaseUrl, 'drop schema public cascade; create schema public');
      return {
        options: { databaseUrl },
        open: async () => openMigrated(await openPostgres({ databaseUrl })),
        openRaw: async () => openPostgres({ databaseUrl }),
        dispose: async () => {},
      };
    },
    dispose: async () => run(adminUrl, `drop database ${name} with (force)`),
  };
}
