/** The list of commands against the files of `commands/`. */

/** What a command module is to the registry. */
export interface RegisteredCommand {
  readonly data: { readonly name: string };
}

export interface CommandFiles {
  /** What `commands/index.ts` exports. */
  readonly index: Readonly<Record<string, unknown>>;
  /** What each other file exports, by file name without extension. */
  readonly modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Where list and files differ: a file not listed, a name that is not its file's, a name twice. */
export function checkRegistry({ index, modules }: CommandFiles): string[] {
  const lists = Object.values(index).filter((value) => Array.isArray(value));
  const [list] = lists;
  if (list === undefined || lists.length > 1) return ['commands/index.ts does not export exactly one list'];
  const listed: RegisteredCommand[] = list.filter(isCommand);
  const exported = Object.entries(modules).flatMap(([file, module]) =>
    Object.values(module)
      .filter(isCommand)
      .map((command) => ({ file, command })),
  );
  const names = listed.map((command) => command.data.name);
  return [
    ...(listed.length === list.length ? [] : ['the list holds something that is no command']),
    ...(listed.length === 0 ? ['the list is empty'] : []),
    ...Object.keys(modules)
      .filter((file) => exported.filter((each) => each.file === file).length !== 1)
      .map((file) => `commands/${file}.ts does not export exactly one command`),
    ...exported
      .filter(({ command }) => !listed.includes(command))
      .map(({ file }) => `commands/${file}.ts is not in the list`),
    ...listed
      .filter((command) => exported.every((each) => each.command !== command))
      .map((command) => `${command.data.name} has no file of its own`),
    ...exported
      .filter(({ file, command }) => fileNameOf(command) !== file)
      .map(({ file, command }) => `commands/${file}.ts holds the command "${command.data.name}"`),
    ...names.filter((name, place) => names.indexOf(name) !== place).map((name) => `${name} is listed twice`),
  ];
}

/** Context menus have names for people: *Ask the article* is `ask-the-article`. */
function fileNameOf({ data }: RegisteredCommand): string {
  return data.name.toLowerCase().replaceAll(' ', '-');
}

function isCommand(value: unknown): value is RegisteredCommand {
  if (typeof value !== 'object' || value === null || !('data' in value)) return false;
  const { data } = value;
  return typeof data === 'object' && data !== null && 'name' in data && typeof data.name === 'string';
}
