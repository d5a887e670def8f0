/**
 * Environment variables come in, one validated `Config` or every problem at once goes out.
 * Reads nothing by itself (an entry file hands the environment over) and never repeats a secret.
 */
import { z } from 'zod';

/** pino's levels, most talkative first; `silent` writes nothing. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** What the operator has chosen, validated. */
export interface Config {
  /** Absent: no Discord account is used, the playground runs instead. */
  readonly discordToken?: string;
  /** REST base without version and without a slash at its end, as discord.js wants it; absent: Discord itself. */
  readonly discordApi?: string;
  /** The file of the embedded database, as given; not used where there is a `databaseUrl`. */
  readonly storePath: string;
  /** A PostgreSQL server to use in its place; holds a password. */
  readonly databaseUrl?: string;
  /** Folder of the articles; from `readConfig` as given, from `loadConfig` absolute. */
  readonly corpusDir: string;
  readonly logLevel: LogLevel;
  /** 0 to 65535; 0 takes any free port. */
  readonly playgroundPort: number;
  /** Seconds a member waits between two questions, 0 to 3600; 0 turns the cooldown off. */
  readonly cooldownSeconds: number;
}

/** One environment variable, as `.env.example` and the README's table document it. */
export interface Setting {
  readonly name: string;
  /** One sentence for the operator. */
  readonly description: string;
  /** Used where the variable is absent or blank; empty where it has no default. */
  readonly default: string;
  /** What a valid value looks like. */
  readonly example: string;
  /** Its value is never shown. */
  readonly secret: boolean;
}

export type ConfigOutcome =
  /** `warnings` are readable sentences about what was probably meant otherwise; mostly empty. */
  { ok: true; config: Config; warnings: string[] } | { ok: false; problems: string[] };

/** Every setting there is, in the order of `.env.example`. */
export const settings = [
  {
    name: 'DISCORD_TOKEN',
    description: "The bot's token; leave it out to run the playground, which needs no Discord account.",
    default: '',
    example: 'the token of the page "Bot" in Discord\'s developer portal',
    secret: true,
  },
  {
    name: 'DISCORD_API',
    description: "Another base for Discord's REST API, without the version, for example a rate-limit proxy.",
    default: '',
    example: 'http://127.0.0.1:8080/api',
    secret: false,
  },
  {
    name: 'CORPUS_DIR',
    description:
      'The folder whose articles can be asked about; a relative path starts at the folder of package.json.',
    default: 'corpus',
    example: 'corpus',
    secret: false,
  },
  {
    name: 'STORE_PATH',
    description:
      'The file in which settings, gaps, votes and quotes are kept, a relative path as above; the playground, whose server ends with it, keeps nothing.',
    default: 'var/kutip.sqlite',
    example: 'var/kutip.sqlite',
    secret: false,
  },
  {
    name: 'DATABASE_URL',
    description: 'A PostgreSQL server to keep them in instead of a file.',
    default: '',
    example: 'postgres://user:password@host:5432/database',
    secret: true,
  },
  {
    name: 'LOG_LEVEL',
    description: `How much is logged: ${logLevels.join(', ')}; from debug on the texts of questions are logged too.`,
    default: 'info',
    example: 'info',
    secret: false,
  },
  {
    name: 'PLAYGROUND_PORT',
    description: "The playground's port on this machine, 0 to 65535; 0 takes any free one.",
    default: '3210',
    example: '3210',
    secret: false,
  },
  {
    name: 'COOLDOWN_SECONDS',
    description: 'Seconds a member waits between two questions, 0 to 3600; 0 turns it off.',
    default: '3',
    example: '3',
    secret: false,
  },
] as const satisfies readonly Setting[];

type SettingName = (typeof settings)[number]['name'];

const portMax = 65_535;
const cooldownSecondsMax = 3_600;

/** The setting's value without white space around it, or its default; undefined where it has neither. */
export function givenValue(
  env: Readonly<Record<string, string | undefined>>,
  name: SettingName,
): string | undefined {
  return env[name]?.trim() || settings.find((setting) => setting.name === name)?.default || undefined;
}

/** Gives back the configuration, or one sentence for every setting that is wrong. Blank counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const given = Object.fromEntries(settings.map(({ name }) => [name, givenValue(env, name)]));
  const read = schema.safeParse(given);
  if (!read.success) return { ok: false, problems: read.error.issues.map((issue) => issue.message) };
  const { DISCORD_TOKEN, DISCORD_API, CORPUS_DIR, DATABASE_URL, LOG_LEVEL } = read.data;
  const config: Config = {
    ...(DISCORD_TOKEN === undefined ? {} : { discordToken: DISCORD_TOKEN }),
    ...(DISCORD_API === undefined ? {} : { discordApi: DISCORD_API }),
    corpusDir: CORPUS_DIR,
    storePath: read.data.STORE_PATH,
    ...(DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL }),
    logLevel: LOG_LEVEL,
    playgroundPort: read.data.PLAYGROUND_PORT,
    cooldownSeconds: read.data.COOLDOWN_SECONDS,
  };
  return { ok: true, config, warnings: [...unusedApi(config), ...misspellings(env)] };
}

const schema = z.object({
  DISCORD_TOKEN: z.string().transform(readToken).optional(),
  DISCORD_API: z.string().transform(readApiBase).optional(),
  CORPUS_DIR: z.string(),
  STORE_PATH: z.string(),
  DATABASE_URL: z.string().transform(readDatabaseUrl).optional(),
  LOG_LEVEL: z.string().transform(readLogLevel),
  PLAYGROUND_PORT: z.string().transform(readWholeNumber('PLAYGROUND_PORT', portMax)),
  COOLDOWN_SECONDS: z.string().transform(readWholeNumber('COOLDOWN_SECONDS', cooldownSecondsMax)),
} satisfies Record<SettingName, z.ZodType>);

/** No stricter than this: compatible servers have tokens of another shape than Discord's. */
function readToken(value: string, context: z.RefinementCtx): string {
  const found = /^Bot\s/iu.test(value)
    ? 'begins with "Bot"'
    : /^["'].*["']$/u.test(value)
      ? 'stands in quotation marks'
      : /[^\x21-\x7e]/u.test(value)
        ? 'holds a space or another character that no token has'
        : undefined;
  if (found === undefined) return value;
  return refuse(context, `DISCORD_TOKEN ${found}; give the bare token, ${exampleOf('DISCORD_TOKEN')}.`);
}

/** discord.js itself appends the version: https://discord.js.org/docs/packages/rest (RESTOptions.api). */
function readApiBase(value: string, context: z.RefinementCtx): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const advice = `give a base such as ${exampleOf('DISCORD_API')}, or leave it out for Discord itself.`;
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    return refuse(context, `DISCORD_API holds a user name or password, which cannot be sent; ${advice}`);
  }
  const allowed = 'an http or https address without a query';
  if (url === undefined || !/^https?:$/u.test(url.protocol) || /[?#]/u.test(value)) {
    return refuse(context, `DISCORD_API is ${shown(value)}, but it must be ${allowed}; ${advice}`);
  }
  const base = (url.origin + url.pathname).replace(/\/+$/u, '').replace(/\/v10$/u, '');
  const version = /\/(v\d+)$/u.exec(base)?.[1];
  if (version === undefined) return base;
  return refuse(context, `DISCORD_API ends in ${shown(version)}, but Kutip speaks v10 only; ${advice}`);
}

/** The value is never shown: it holds a password. */
function readDatabaseUrl(value: string, context: z.RefinementCtx): string {
  if (/^postgres(?:ql)?:\/\/\S+$/u.test(value) && URL.canParse(value)) return value;
  return refuse(
    context,
    `DATABASE_URL is no address of PostgreSQL; give one such as ${exampleOf('DATABASE_URL')}.`,
  );
}

function readLogLevel(value: string, context: z.RefinementCtx): LogLevel {
  const level = logLevels.find((known) => known === value.toLowerCase());
  if (level !== undefined) return level;
  const allowed = `one of ${logLevels.join(', ')}`;
  return refuse(
    context,
    `LOG_LEVEL is ${shown(value)}, but it must be ${allowed}, for example ${exampleOf('LOG_LEVEL')}.`,
  );
}

function readWholeNumber(name: SettingName, max: number) {
  return (value: string, context: z.RefinementCtx): number => {
    const number = /^\d{1,9}$/u.test(value) ? Number(value) : Number.NaN;
    if (number <= max) return number;
    const allowed = `a whole number from 0 to ${max}`;
    return refuse(
      context,
      `${name} is ${shown(value)}, but it must be ${allowed}, for example ${exampleOf(name)}.`,
    );
  };
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function exampleOf(name: SettingName): string {
  return settings.find((setting) => setting.name === name)?.example ?? '';
}

const shownLengthMax = 80;

/** In quotation marks, on one line and no longer than a line: a value can be anything at all. */
function shown(value: string): string {
  return JSON.stringify(value.length > shownLengthMax ? `${value.slice(0, shownLengthMax)}…` : value);
}

function unusedApi(config: Config): string[] {
  if (config.discordApi === undefined || config.discordToken !== undefined) return [];
  return ['DISCORD_API is not used, because without DISCORD_TOKEN the playground runs.'];
}

/** Only names: the value of a misspelt DISCORD_TOKEN is as secret as the right one. */
function misspellings(env: Readonly<Record<string, string | undefined>>): string[] {
  const names: readonly string[] = settings.map((setting) => setting.name);
  return Object.keys(env).flatMap((key) => {
    if (names.includes(key)) return [];
    const meant = names.find((name) => env[name] === undefined && isNearly(key, name));
    return meant === undefined ? [] : [`${key} is no setting of Kutip; was ${meant} meant?`];
  });
}

const editsMax = 2;

/** Whether a name has a typo or two, other letter case, or words more than the setting (`DISCORD_BOT_TOKEN`). */
function isNearly(key: string, name: string): boolean {
  if (key.length > 40) return false;
  const words = key.toUpperCase().split('_');
  return (
    name.split('_').every((word) => words.includes(word)) || countEdits(key.toUpperCase(), name) <= editsMax
  );
}

/** Levenshtein distance: one row of the table at a time. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of from.split('').entries()) {
    const next = [index + 1];
    for (const [column, wanted] of to.split('').entries()) {
      const replaced = (row[column] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
