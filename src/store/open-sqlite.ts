/** One file (or memory) with SQLite in it: checked before it is touched, then opened for good. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase as SqliteDialectDatabase,
  type SqliteDialectConfig,
} from 'kysely';
import { errorCode } from './error-code.ts';
import type { Database } from './schema.ts';
import { StoreOpenError } from './store-open-error.ts';

/** "Kuti" in ASCII: marks the file as Kutip's own. https://www.sqlite.org/pragma.html#pragma_application_id */
const applicationId = 0x4b_75_74_69;

/** How long one process waits for another that writes to the same file. */
const busyTimeoutMs = 5_000;

const memoryPath = ':memory:';

/**
 * Opens the file, creating it and its folder where there is none. Nothing is written to a file that
 * is damaged or not Kutip's.
 * @throws {StoreOpenError}
 */
export function openSqlite(sqlitePath: string): Kysely<Database> {
  const connection = connectTo(sqlitePath);
  try {
    const isEmpty = checkIsOurs(connection, sqlitePath);
    if (isEmpty) connection.pragma(`application_id = ${applicationId}`);
    prepareConnection(connection);
  } catch (error) {
    connection.close();
    throw sqliteOpenError(error, sqlitePath);
  }
  return new Kysely<Database>({
    dialect: new WritingSqliteDialect({ database: withRememberedStatements(connection) }),
  });
}

/** One readable line for whatever the driver threw about this file. */
export function sqliteOpenError(error: unknown, sqlitePath: string): StoreOpenError {
  if (error instanceof StoreOpenError) return error;
  const code = errorCode(error);
  if (code.startsWith('SQLITE_NOTADB')) {
    return new StoreOpenError('not-a-database', `${sqlitePath} is not a database; it was left alone.`, error);
  }
  if (code.startsWith('SQLITE_CORRUPT')) return corrupt(sqlitePath, error);
  if (code === 'SQLITE_ERROR' || code.startsWith('SQLITE_CONSTRAINT')) {
    return new StoreOpenError('migration-failed', `The database ${sqlitePath} could not be migrated.`, error);
  }
  return new StoreOpenError(
    'unwritable',
    `The database ${sqlitePath} cannot be opened for writing (${code || String(error)}).`,
    error,
  );
}

function connectTo(sqlitePath: string): SqliteDatabase.Database {
  try {
    if (sqlitePath !== memoryPath) {
      makeFolder(path.dirname(path.resolve(sqlitePath)));
      if (existsSync(sqlitePath)) {
        if (!statSync(sqlitePath).isFile()) {
          throw new StoreOpenError('unwritable', `The database ${sqlitePath} is not a file.`);
        }
        // The driver would open it for reading alone and fail at the first change.
        accessSync(sqlitePath, constants.R_OK | constants.W_OK);
      }
    }
    return new SqliteDatabase(sqlitePath, { timeout: busyTimeoutMs });
  } catch (error) {
    throw sqliteOpenError(error, sqlitePath);
  }
}

/**
 * Makes the folder and those above it. Node's own recursive form tries for ever where the file system takes no folder
 * and says that there is none above (as /proc does).
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process that starts with this one may have been faster.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** Reads alone; gives whether the file is empty. */
function checkIsOurs(connection: SqliteDatabase.Database, sqlitePath: string): boolean {
  const tableCount = connection.prepare('select count(*) from sqlite_master').pluck().get();
  if (tableCount !== 0 && connection.pragma('application_id', { simple: true }) !== applicationId) {
    throw new StoreOpenError(
      'another-program',
      `${sqlitePath} is the database of another program; it was left alone.`,
    );
  }
  const verdict = connection.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw corrupt(sqlitePath, verdict);
  return tableCount === 0;
}

function corrupt(sqlitePath: string, cause: unknown): StoreOpenError {
  return new StoreOpenError(
    'corrupt',
    `The database ${sqlitePath} is damaged; it was left alone. Put a backup in its place, or move it away to start empty.`,
    cause,
  );
}

function prepareConnection(connection: SqliteDatabase.Database): void {
  connection.pragma('journal_mode = WAL');
  // FULL: what was acknowledged survives a power cut, not only a kill.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
}

/** Statements kept prepared, at most; Kutip has fewer, but lists of values make each length another. */
const statementsMax = 300;

/** The connection, preparing each statement once: that takes longer than running most of them. */
function withRememberedStatements(connection: SqliteDatabase.Database): SqliteDialectDatabase {
  const statements = new Map<string, ReturnType<SqliteDialectDatabase['prepare']>>();
  return {
    close: () => void connection.close(),
    prepare: (sql) => {
      const known = statements.get(sql) ?? connection.prepare(sql);
      // Maps keep their order: the first was used longest ago.
      statements.delete(sql);
      statements.set(sql, known);
      const [oldest] = statements.size > statementsMax ? statements.keys() : [];
      if (oldest !== undefined) statements.delete(oldest);
      return known;
    },
  };
}

/**
 * Transactions take the write lock when they begin: one that read first and wrote later would fail
 * at once, without waiting, where another process wrote in between.
 */
class WritingSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite's schema changes roll back too; said here, each run of migrations is one transaction. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class WritingSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new WritingSqliteDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}
