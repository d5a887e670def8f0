/** The program itself, started as an operator starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { settings as allSettings } from '../../src/config.ts';
import { startDiscord, expectRefusal } from './kutip.ts';

const blank = Object.fromEntries(allSettings.map(({ name }) => [name, '']));
const root = new URL('../..', import.meta.url).pathname;
const check = new URL('../../src/runtime-check.js', import.meta.url).href;

interface Program {
  /** Everything printed so far on both streams. */
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves with the first match in the output; rejects where the program ends without it. */
  seen(pattern: RegExp): Promise<RegExpExecArray>;
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<number | null>;
}

const programs: Program[] = [];
const servers: Server[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.signal('SIGKILL');
    await program.ended;
  }
  for (const server of servers.splice(0)) {
    server.close();
  }
});

/** `node src/<entry>` with these settings alone: whatever the developer's own `.env` says stays out. */
function start(settings: Record<string, string>, entry = 'main.ts', cwd = root): Program {
  const child = spawn(process.execPath, ['--import', check, `${root}src/${entry}`], {
    cwd,
    env: { PATH: process.env['PATH'], ...blank, ...settings },
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const program: Program = {
    output: () => printed.out + printed.err,
    errors: () => printed.err,
    seen: async (pattern) => {
      for (;;) {
        const match = pattern.exec(printed.out + printed.err);
        if (match) {
          return match;
        }
        const more = Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
        if ((await Promise.race([more.then(() => 'more'), ended.then(() => 'ended')])) === 'ended') {
          throw new Error(`The program ended without ${pattern}: ${printed.out}${printed.err}`);
        }
      }
    },
    signal: (signal) => void child.kill(signal),
    ended,
  };
  programs.push(program);
  return program;
}

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server listens on an address
  return (server.address() as AddressInfo).port;
}

describe('npm start', () => {
  test('without a token opens the playground, prints its address, and ends in order on SIGTERM', async () => {
    const program = start({ PLAYGROUND_PORT: '0' });
    const [, address] = await program.seen(/^The playground is open: (http:\/\/127\.0\.0\.1:\d+\/)$/mu);
    expect(address).toBeDefined();
    expect(program.output()).toContain('"msg":"bot ready"');
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.output()).toContain('"msg":"stopped"');
    expect(program.errors()).toBe('');
  });

  test('finds its articles from any working directory', async () => {
    const program = start({ PLAYGROUND_PORT: '0' }, 'main.ts', tmpdir());
    await program.seen(/^The playground is open: /mu);
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  test('takes another port where the wanted one is taken, and says so', async () => {
    const port = await listen(createServer());
    const program = start({ PLAYGROUND_PORT: String(port) });
    await program.seen(new RegExp(`Port ${port} is taken`, 'u'));
    const [, other] = await program.seen(/^The playground is open: http:\/\/127\.0\.0\.1:(\d+)\/$/mu);
    expect(Number(other)).not.toBe(port);
    program.signal('SIGINT');
    expect(await program.ended).toBe(0);
  });

  test('with a token that Discord refuses says so in one line', async () => {
    const discord = await startDiscord();
    expectRefusal(discord, { status: 401 });
    const program = start({ DISCORD_TOKEN: 'rubbish', DISCORD_API: discord.api });
    expect(await program.ended).toBe(1);
    expect(program.errors()).toMatch(/^Kutip cannot run: Discord refused DISCORD_TOKEN: [^\n]*\n$/u);
    expect(program.output()).not.toContain('rubbish');
  });

  test('with a Discord that cannot be reached says where it looked', async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    const program = start({ DISCORD_TOKEN: 'rubbish', DISCORD_API: `http://127.0.0.1:${port}/api` });
    expect(await program.ended).toBe(1);
    expect(program.errors()).toMatch(
      /^Kutip cannot run: Discord could not be reached at http:\/\/127\.0\.0\.1:\d+\/api: ECONNREFUSED\.\n$/u,
    );
  });

  test('with intents that are not granted says what to switch on', async () => {
    const discord = await startDiscord({ disallowedIntents: 1 });
    const program = start({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
    expect(await program.ended).toBe(1);
    expect(program.errors()).toMatch(/^Kutip cannot run: Discord refuses an intent [^\n]*\n$/u);
  });

  test('tells every setting that is wrong, one line each', async () => {
    const program = start({ PLAYGROUND_PORT: 'many', COOLDOWN_SECONDS: '-1', CORPUS_DIR: 'none' });
    expect(await program.ended).toBe(1);
    expect(program.errors()).toMatch(
      /^Kutip cannot run: PLAYGROUND_PORT .*\nKutip cannot run: COOLDOWN_SECONDS .*\nKutip cannot run: CORPUS_DIR .*\n$/u,
    );
  });

  test('without a single article says where it looked', async () => {
    const program = start({ CORPUS_DIR: 'src' });
    expect(await program.ended).toBe(1);
    expect(program.errors()).toMatch(
      /^Kutip cannot run: CORPUS_DIR \(\/.*\/src\) holds no article that can be read\./u,
    );
  });
});

describe('npm run register', () => {
  test('writes the commands once and leaves them alone the second time', async () => {
    const discord = await startDiscord();
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api };
    const first = start(settings, 'register.ts');
    expect(await first.ended).toBe(0);
    expect(first.output()).toBe(`Commands: ${commands.length} created, 0 updated, 0 deleted, 0 unchanged.\n`);
    const second = start(settings, 'register.ts');
    expect(await second.ended).toBe(0);
    expect(second.output()).toBe(
      `Commands: 0 created, 0 updated, 0 deleted, ${commands.length} unchanged.\n`,
    );
  });

  test('says that it needs a token', async () => {
    const program = start({}, 'register.ts');
    expect(await program.ended).toBe(1);
    expect(program.errors()).toContain('DISCORD_TOKEN is not set');
  });
});
