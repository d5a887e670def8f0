import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../src/store/open-sqlite.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoreOpenError } from '../../src/store/store-open-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kutip-open-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

async function openingError(options: Parameters<typeof openStore>[0]): Promise<StoreOpenError> {
  try {
    await (await openStore(options)).close();
  } catch (error) {
    if (error instanceof StoreOpenError) return error;
    throw error;
  }
  throw new Error('it opened');
}

/** A database with something in it, closed. */
async function writeStore(sqlitePath: string): Promise<void> {
  const store = await openStore({ sqlitePath });
  for (let number = 0; number < 30; number += 1) {
    await store.conversations.claim({ messageId: `${number}`, channelId: 'x'.repeat(2_000), claimedAtMs: 1 });
  }
  await store.close();
}

describe('a file', () => {
  test('is created with its folders, and is one file once closed', async () => {
    const sqlitePath = path.join(folder, 'a', 'b', 'kutip.sqlite');
    await (await openStore({ sqlitePath })).close();
    expect(existsSync(sqlitePath)).toBe(true);
    expect(existsSync(`${sqlitePath}-wal`)).toBe(false);
  });

  test('is acknowledged only once it is on disk', async () => {
    const db = openSqlite(path.join(folder, 'kutip.sqlite'));
    const read = async (name: string) =>
      (await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0]?.[name];
    expect(await read('journal_mode')).toBe('wal');
    // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
    await db.destroy();
  });

  test.for<[string, string, (sqlitePath: string) => Promise<void> | void]>([
    [
      'text instead of a database',
      'not-a-database',
      (at) => writeFileSync(at, 'Bukan basis data.\n'.repeat(90)),
    ],
    ['less than a header', 'not-a-database', (at) => writeFileSync(at, 'SQLite')],
    [
      'the database of another program',
      'another-program',
      (at) => {
        const other = new SqliteDatabase(at);
        other.exec("create table threads (a text); insert into threads values ('theirs')");
        other.close();
      },
    ],
    [
      'a database with a torn page',
      'corrupt',
      async (at) => {
        await writeStore(at);
        const bytes = readFileSync(at);
        bytes.fill(0x5a, 4_096, 16_384);
        writeFileSync(at, bytes);
      },
    ],
    [
      'half a database',
      'corrupt',
      async (at) => {
        await writeStore(at);
        const bytes = readFileSync(at);
        writeFileSync(at, bytes.subarray(0, Math.floor(bytes.length / 2)));
      },
    ],
    [
      'the database of a newer version',
      'newer',
      async (at) => {
        await writeStore(at);
        const newer = new SqliteDatabase(at);
        newer.exec("insert into kutip_migrations values ('9999-later', 'then')");
        newer.pragma('wal_checkpoint(truncate)');
        newer.close();
      },
    ],
  ])('%s gives one line and is left as it was', async ([, problem, prepare]) => {
    const sqlitePath = path.join(folder, 'kutip.sqlite');
    await prepare(sqlitePath);
    const before = readFileSync(sqlitePath);
    const error = await openingError({ sqlitePath });
    expect(error.problem).toBe(problem);
    expect(error.message).toContain(sqlitePath);
    expect(error.message).not.toContain('\n');
    expect(readFileSync(sqlitePath).equals(before)).toBe(true);
  });

  test.for([
    ['a folder', ''],
    ['below a file', 'file/kutip.sqlite'],
  ])('%s cannot be the database', async ([, relative = '']) => {
    writeFileSync(path.join(folder, 'file'), 'x');
    mkdirSync(path.join(folder, 'empty'));
    const sqlitePath = path.join(folder, relative);
    const error = await openingError({ sqlitePath });
    expect(error.problem).toBe('unwritable');
    expect(error.message).toContain(sqlitePath);
    expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('x');
  });

  test('where the file system takes no folder cannot be the database', async () => {
    const sqlitePath = '/proc/kutip/state/kutip.sqlite';
    const error = await openingError({ sqlitePath });
    expect(error.problem).toBe('unwritable');
    expect(error.message).toContain(sqlitePath);
  });
});

/** A server that answers every start of a connection with one PostgreSQL error. */
async function withRefusingServer(code: string, use: (port: number) => Promise<void>): Promise<void> {
  const fields = Buffer.from(`SFATAL\0C${code}\0Mrefused\0\0`);
  const reply = Buffer.alloc(5);
  reply.write('E');
  reply.writeInt32BE(fields.length + 4, 1);
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(Buffer.concat([reply, fields])));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    const address = server.address();
    await use(typeof address === 'object' && address !== null ? address.port : 0);
  } finally {
    server.close();
  }
}

describe('a server', () => {
  test.for([
    ['28P01', 'denied', /refuses: user or password is refused/u],
    ['3D000', 'denied', /refuses: there is no such database/u],
    ['53300', 'unreachable', /cannot be reached \(53300\)/u],
  ] as const)('that answers %s is named without its password', async ([code, problem, message]) => {
    await withRefusingServer(code, async (port) => {
      const databaseUrl = `postgres://kutip:s3cret@127.0.0.1:${port}/kutip`;
      const error = await openingError({ databaseUrl });
      expect(error.problem).toBe(problem);
      expect(error.message).toMatch(message);
      expect(error.message).toContain(`127.0.0.1:${port}/kutip`);
      expect(error.message).not.toContain('s3cret');
    });
  });

  test('that is not there is named without its password', async () => {
    const error = await openingError({ databaseUrl: 'postgres://kutip:s3cret@127.0.0.1:1/kutip' });
    expect(error.message).toBe('PostgreSQL at 127.0.0.1:1/kutip cannot be reached (ECONNREFUSED).');
  });

  test.for(['', 'mysql://u:s3cret@host/db', 'not an address s3cret'])(
    'cannot be at "%s"',
    async (databaseUrl) => {
      const error = await openingError({ databaseUrl });
      expect(error.problem).toBe('bad-address');
      expect(error.message).not.toContain('s3cret');
    },
  );
});
