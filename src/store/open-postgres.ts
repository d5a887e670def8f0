/** A PostgreSQL server behind a pool of connections. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type CustomTypesConfig } from 'pg';
import { errorCode } from './error-code.ts';
import type { Database } from './schema.ts';
import { StoreOpenError } from './store-open-error.ts';

const connectTimeoutMs = 10_000;
const connectionsMax = 10;

/** PostgreSQL's 64-bit integers, which pg hands over as text. */
const int8TypeId = types.builtins.INT8;

export interface PostgresOptions {
  readonly databaseUrl: string;
  /** Told when a connection that nobody was using broke; the pool replaces it by itself. */
  readonly onConnectionLost?: ((error: Error) => void) | undefined;
}

/**
 * Connects once to see that it can be done.
 * @throws {StoreOpenError}
 */
export async function openPostgres(options: PostgresOptions): Promise<Kysely<Database>> {
  const place = postgresPlace(options.databaseUrl);
  const pool = new Pool({
    connectionString: options.databaseUrl,
    max: connectionsMax,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'kutip',
    types: { getTypeParser },
  });
  // Without a listener the process would end here.
  pool.on('error', (error) => options.onConnectionLost?.(error));
  try {
    const client = await pool.connect();
    client.release();
  } catch (error) {
    await pool.end();
    throw postgresOpenError(error, place);
  }
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Server and database of an address, without user's password or options. */
export function postgresPlace(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  if (url === null || !/^postgres(?:ql)?:$/u.test(url.protocol)) {
    throw new StoreOpenError(
      'bad-address',
      'DATABASE_URL is not an address such as postgres://user:password@host:5432/database.',
    );
  }
  const host = url.hostname === '' ? (url.searchParams.get('host') ?? 'localhost') : url.hostname;
  return `${host}:${url.port === '' ? '5432' : url.port}${url.pathname === '' ? '/' : url.pathname}`;
}

/** One readable line for whatever the driver threw about this server. */
export function postgresOpenError(error: unknown, place: string): StoreOpenError {
  if (error instanceof StoreOpenError) return error;
  const code = errorCode(error);
  if (/^(?:28|42501|3D000)/u.test(code)) {
    const why =
      code === '3D000' ? 'there is no such database' : 'user or password is refused, or a right is missing';
    return new StoreOpenError('denied', `PostgreSQL at ${place} refuses: ${why} (${code}).`, error);
  }
  if (code === '42P07') {
    return new StoreOpenError(
      'another-program',
      `PostgreSQL at ${place} already holds another program's tables; give Kutip a database of its own.`,
      error,
    );
  }
  if (/^(?:22|23|42|XX)/u.test(code)) {
    return new StoreOpenError(
      'migration-failed',
      `PostgreSQL at ${place} could not be migrated (${code}).`,
      error,
    );
  }
  return new StoreOpenError(
    'unreachable',
    `PostgreSQL at ${place} cannot be reached (${code || 'no answer'}).`,
    error,
  );
}

/** Counts and times are far below 2^53: numbers everywhere, as SQLite gives them. */
const getTypeParser: CustomTypesConfig['getTypeParser'] = (typeId, format) =>
  typeId === int8TypeId ? Number : types.getTypeParser(typeId, format);
