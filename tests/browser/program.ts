/** The bot as somebody starts it who has no token: the program itself, with the playground it opens. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Playground {
  /** Of the page, with a slash at its end. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Rejects with what it printed where it ends instead. */
export async function startPlayground(): Promise<Playground> {
  const program = spawn(process.execPath, ['--import', './src/runtime-check.js', 'src/main.ts'], {
    env: { ...process.env, DISCORD_TOKEN: '', DISCORD_API: '', PLAYGROUND_PORT: '0', COOLDOWN_SECONDS: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await printedAddress(program);
  return {
    address,
    stop: async () => {
      const exit = once(program, 'exit');
      program.kill('SIGTERM');
      await exit;
    },
  };
}

async function printedAddress(program: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`the bot stopped with ${code}:\n${printed}`)));
    const read = (chunk: unknown): void => {
      printed += String(chunk);
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed);
      if (found) resolve(found[0]);
    };
    program.stdout?.on('data', read);
    program.stderr?.on('data', read);
  });
}
