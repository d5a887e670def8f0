/** Programs of this project as processes of their own, as an operator would run them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const stopTimeoutMs = 10_000;

export interface Program {
  /** Everything written to standard output so far. */
  output(): string;
  /**
   * Resolves with the first match in what it writes to standard output.
   *
   * @throws where the program ends before, or after `timeoutMs`; the error carries what it wrote.
   */
  until(pattern: RegExp, timeoutMs: number): Promise<string>;
  /** Asks it to stop (SIGTERM) and waits; kills it after ten seconds. */
  stop(): Promise<void>;
}

/** Starts `file`, given from the top level, on this very Node; `settings` go before the environment's own. */
export function startProgram(file: string, settings: Readonly<Record<string, string>>): Program {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', './src/runtime-check.js', file], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
  return {
    output: () => written.out,
    until: (pattern, timeoutMs) => untilMatch(child, { file, written, pattern, timeoutMs }),
    stop: () => stopChild(child),
  };
}

interface Wait {
  readonly file: string;
  readonly written: Readonly<{ out: string; err: string }>;
  readonly pattern: RegExp;
  readonly timeoutMs: number;
}

async function untilMatch(child: ChildProcess, { file, written, pattern, timeoutMs }: Wait): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  const ended = new Promise<never>((_, reject) => {
    const fail = (how: string) => {
      reject(new Error(`${file} ${how}:\n${written.out}${written.err}`));
    };
    child.once('exit', (code) => fail(`ended with ${code}`));
    signal.addEventListener('abort', () => fail(`said nothing like ${pattern} within ${timeoutMs} ms`));
  });
  const found = new Promise<string>((resolve) => {
    const look = () => {
      const match = pattern.exec(written.out);
      if (match !== null) resolve(match[0]);
    };
    child.stdout?.on('data', look);
    look();
  });
  return Promise.race([found, ended]);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await gone;
  clearTimeout(timer);
}
