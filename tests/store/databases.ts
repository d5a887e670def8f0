/** The databases that the contract suites run over, each giving empty ones that can be opened again. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { Client } from 'pg';
import { openSqlite } from '../../src/store/open-sqlite.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { migrate, migrationTableName } from '../../src/store/migrate.ts';
import { storeOver, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import type { Database } from '../../src/store/schema.ts';

/** A store, and the database under it to look into. */
export interface OpenDatabase {
  readonly store: Store;
  readonly db: Kysely<Database>;
}

/** One database without rows. */
export interface TestDatabase {
  /** What another process opens it with; absent where none can. */
  readonly options?: StoreOptions;
  /** Opens and migrates it; again after `close` gives what was kept. */
  open(): Promise<OpenDatabase>;
  /** Opens it as it is, without migrating. */
  openRaw(): Promise<Kysely<Database>>;
  dispose(): Promise<void>;
}

/** What is in a new database: nothing, or the tables as they are today, made once and copied or emptied. */
export type TestDatabaseKind = 'bare' | 'migrated';

export interface TestDatabases {
  readonly name: string;
  /** False where closing forgets everything. */
  readonly isKept: boolean;
  /** Whether two stores can be open on one of its databases at once. */
  readonly isShared: boolean;
  /** Brings the server up, which may take long. */
  start(): Promise<void>;
  create(kind: TestDatabaseKind): Promise<TestDatabase>;
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
  const template = path.join(mkdtempSync(path.join(tmpdir(), 'kutip-store-')), 'template.sqlite');
  return {
    name: 'SQLite file',
    isKept: true,
    isShared: true,
    start: async () => (await openMigrated(openSqlite(template))).store.close(),
    create: async (kind) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'kutip-store-'));
      const sqlitePath = path.join(folder, 'kutip.sqlite');
      if (kind === 'migrated') copyFileSync(template, sqlitePath);
      return {
        options: { sqlitePath },
        open: async () => openMigrated(openSqlite(sqlitePath)),
        openRaw: async () => openSqlite(sqlitePath),
        dispose: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
    dispose: async () => rmSync(path.dirname(template), { recursive: true, force: true }),
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
  const start = async () => (started ??= PGlite.create());
  const openRaw = async () => {
    const pglite = await start();
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
    start: async () => void (await start()),
    ...inOnePlace({
      execute: async (statements) => void (await (await start()).exec(statements)),
      openRaw,
    }),
    dispose: async () => (await started)?.close(),
  };
}

interface Server {
  readonly execute: (statements: string) => Promise<void>;
  readonly openRaw: () => Promise<Kysely<Database>>;
}

/** Databases one after the other in one place: the tables are made anew only after a bare one. */
function inOnePlace({ execute, openRaw }: Server): Pick<TestDatabases, 'create'> {
  let tables: readonly string[] = [];
  const open = async (): Promise<OpenDatabase> => {
    const db = await openRaw();
    return tables.length === 0 ? openMigrated(db) : { store: storeOver(db), db };
  };
  return {
    create: async (kind) => {
      if (kind === 'bare' || tables.length === 0) {
        tables = [];
        await execute('drop schema public cascade; create schema public');
      } else await execute(`truncate ${tables.join(', ')}`);
      if (kind === 'migrated' && tables.length === 0) {
        const { db, store } = await open();
        tables = await namesOfTables(db);
        await store.close();
      }
      return { open, openRaw, dispose: async () => {} };
    },
  };
}

async function namesOfTables(db: Kysely<Database>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  return tables.map(({ name }) => name).filter((name) => !name.startsWith(migrationTableName));
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
  const place = inOnePlace({
    execute: async (statements) => run(databaseUrl, statements),
    openRaw: async () => openPostgres({ databaseUrl }),
  });
  return {
    name: 'PostgreSQL',
    isKept: true,
    isShared: true,
    start: async () => run(adminUrl, `create database ${name}`),
    create: async (kind) => ({ ...(await place.create(kind)), options: { databaseUrl } }),
    dispose: async () => run(adminUrl, `drop database ${name} with (force)`),
  };
}
