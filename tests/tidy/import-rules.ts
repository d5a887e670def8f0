/** Who may import whom: the directions of the house, as data and as a check. */
import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { ScannedFile } from './scan-source.ts';

interface RoomRule {
  /** Rooms whose values and types it may use. */
  readonly uses: readonly string[];
  /** Rooms of which it may use types alone; `*` for any. */
  readonly types: readonly string[];
}

/** The rooms and their order. A room may always import of itself. */
const rooms: Readonly<Record<string, RoomRule>> = {
  language: { uses: [], types: [] },
  articles: { uses: ['language'], types: [] },
  retrieval: { uses: ['language'], types: ['articles'] },
  answers: { uses: ['language'], types: ['retrieval', 'articles'] },
  conversation: { uses: [], types: [] },
  calendar: { uses: [], types: [] },
  guilds: { uses: ['calendar'], types: ['articles'] },
  quotes: { uses: ['language', 'calendar'], types: ['articles'] },
  store: { uses: ['conversation', 'guilds', 'quotes'], types: ['articles'] },
  discord: { uses: ['answers', 'conversation', 'guilds', 'quotes'], types: ['*'] },
  playground: { uses: [], types: [] },
  bot: { uses: ['discord'], types: ['*'] },
  terminal: { uses: ['answers'], types: ['*'] },
  evaluation: { uses: ['language', 'articles', 'retrieval', 'answers', 'terminal'], types: [] },
  commands: { uses: ['discord'], types: ['answers', 'quotes', 'articles', 'retrieval'] },
  log: { uses: [], types: ['config'] },
  config: { uses: [], types: [] },
  'env-file': { uses: [], types: [] },
  'load-config': { uses: ['config', 'env-file'], types: [] },
  'project-folder': { uses: [], types: [] },
  'runtime-check': { uses: [], types: [] },
};

/** Files of `src` itself that others may import; every other one there is an entry file. */
const sharedFiles = new Set([
  'bot',
  'config',
  'log',
  'runtime-check',
  'env-file',
  'load-config',
  'project-folder',
]);

const anyEntry = 'an entry file';

interface PackageRule {
  readonly name: RegExp;
  readonly rooms: readonly string[];
  /** Rooms that may name its types. */
  readonly typeRooms: readonly string[];
}

/** Every package of the program with its parts, and who may use it; what is not here nobody may. */
const packageRules: readonly PackageRule[] = [
  { name: /^minisearch(?:\/|$)/u, rooms: ['retrieval'], typeRooms: [] },
  { name: /^(?:@orama\/stemmers|tinyld)(?:\/|$)/u, rooms: ['language'], typeRooms: [] },
  { name: /^(?:mdast-util-from-markdown|yaml)(?:\/|$)/u, rooms: ['articles'], typeRooms: [] },
  {
    name: /^(?:discord\.js(?:\/|$)|@discordjs\/)/u,
    rooms: ['discord', 'commands', 'bot', anyEntry],
    typeRooms: [],
  },
  {
    name: /^discord-api-types(?:\/|$)/u,
    rooms: ['playground', 'discord', 'commands', anyEntry],
    typeRooms: [],
  },
  { name: /^ws(?:\/|$)/u, rooms: ['playground'], typeRooms: [] },
  { name: /^(?:rate-limiter-flexible|lru-cache)(?:\/|$)/u, rooms: ['discord'], typeRooms: [] },
  { name: /^(?:kysely|better-sqlite3|pg)(?:\/|$)/u, rooms: ['store'], typeRooms: [] },
  { name: /^croner(?:\/|$)/u, rooms: ['quotes'], typeRooms: [] },
  { name: /^(?:@takumi-rs|@fontsource)\//u, rooms: ['quotes'], typeRooms: [] },
  {
    name: /^zod(?:\/|$)/u,
    rooms: ['articles', 'guilds', 'quotes', 'store', 'playground', 'evaluation', 'config', anyEntry],
    typeRooms: [],
  },
  { name: /^dotenv(?:\/|$)/u, rooms: ['env-file', anyEntry], typeRooms: [] },
  {
    name: /^pino(?:-pretty)?(?:\/|$)/u,
    rooms: ['log', anyEntry],
    typeRooms: ['discord', 'commands', 'bot'],
  },
];

/** Rooms without files, network, clock, environment or logger. */
const pureRooms = new Set([
  'language',
  'calendar',
  'retrieval',
  'answers',
  'conversation',
  'guilds',
  'quotes',
]);

/** The one way in for a pure room's shipped data: a loader that an entry file calls once. */
const isLoader = (file: string) => /^src\/(?:language|quotes)\/(?:.+\/)?load-[a-z-]+\.ts$/u.test(file);

/** A digest is a function of its text alone, though Node keeps it among modules that are not. */
const isDigest = (file: string, specifier: string) =>
  file === 'src/quotes/hash-text.ts' && specifier === 'node:crypto';

/** The room a file of `src` or `commands` belongs to, or undefined elsewhere. */
export function roomOf(file: string): string | undefined {
  if (file.startsWith('commands/')) return 'commands';
  const [top, first, ...deeper] = file.split('/');
  if (top !== 'src' || first === undefined) return undefined;
  if (deeper.length > 0) return first === 'bench' ? anyEntry : first;
  const name = first.replace(/\.[jt]s$/u, '');
  return sharedFiles.has(name) ? name : anyEntry;
}

/** Breaches of the table, one line each. A scan in which nothing imports anything is itself a breach. */
export function checkImports(files: readonly ScannedFile[]): string[] {
  const imports = files.flatMap((file) => file.imports.map((each) => ({ file: file.path, ...each })));
  if (imports.length === 0) return ['no imports found at all: the scanner sees nothing'];
  return imports.flatMap(({ file, specifier, isType, line }) => {
    const room = roomOf(file);
    if (room === undefined) return [];
    const problem =
      specifier === undefined
        ? 'imports something that is not a plain text'
        : specifier.startsWith('.')
          ? checkRelative(file, room, specifier, isType)
          : checkPackage(room, nameOfModule(specifier), isType, file);
    return problem === undefined ? [] : [`${file}:${line} ${problem}`];
  });
}

function checkRelative(file: string, room: string, specifier: string, isType: boolean): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const targetRoom = roomOf(target);
  const what = `imports ${isType ? 'types of ' : ''}${target}`;
  if (!/\.(?:[jt]s|json)$/u.test(specifier)) return `${what} without its extension`;
  if (targetRoom === undefined) return `${what}, which is not the program's`;
  if (targetRoom === anyEntry) {
    const isOwnFolder = room === anyEntry && target.startsWith('src/bench/');
    return isOwnFolder ? undefined : `${what}, an entry file`;
  }
  if (targetRoom === room || room === anyEntry) return undefined;
  const rule = rooms[room];
  if (rule === undefined) return `is in a room that the table does not know: ${room}`;
  const isAllowed =
    rule.uses.includes(targetRoom) ||
    (isType && targetRoom !== 'commands' && (rule.types.includes('*') || rule.types.includes(targetRoom)));
  return isAllowed ? undefined : `${what}: ${room} may not`;
}

/** `node:fs` for `fs`: Node's own modules go by both names. */
function nameOfModule(specifier: string): string {
  return isBuiltin(specifier) && !specifier.startsWith('node:') ? `node:${specifier}` : specifier;
}

function checkPackage(room: string, specifier: string, isType: boolean, file: string): string | undefined {
  const rule = packageRules.find(({ name }) => name.test(specifier));
  if (rule === undefined && !specifier.startsWith('node:')) {
    return `imports ${specifier}: the table gives it to no room`;
  }
  if (rule !== undefined && !rule.rooms.includes(room) && !(isType && rule.typeRooms.includes(room))) {
    return `imports ${specifier}: ${room} may not`;
  }
  if (
    pureRooms.has(room) &&
    /^(?:node:|undici$|dotenv$)/u.test(specifier) &&
    !isLoader(file) &&
    !isDigest(file, specifier)
  ) {
    return `imports ${specifier}: ${room} is pure`;
  }
  return undefined;
}

/** Clock, environment and network reached without an import in a pure room. */
export function checkPurity(files: readonly ScannedFile[]): string[] {
  return files
    .filter((file) => pureRooms.has(roomOf(file.path) ?? '') && !isLoader(file.path))
    .flatMap((file) => file.impurities.map(({ name, line }) => `${file.path}:${line} uses ${name}`));
}
