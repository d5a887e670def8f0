/** What Discord demands of application commands beyond the published schemas. */
import { z } from 'zod';

const localizations = z.record(z.string(), z.string().nullable()).nullish();

const option = z.looseObject({
  name: z.string(),
  name_localizations: localizations,
  description: z.string().nullish(),
  description_localizations: localizations,
  type: z.number(),
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) })).nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  get options() {
    return z.array(option).nullish();
  },
});

const command = z.looseObject({
  name: z.string(),
  name_localizations: localizations,
  description: z.string().nullish(),
  description_localizations: localizations,
  type: z.number().nullish(),
  choices: z.undefined().optional(),
  contexts: z.array(z.number()).nullish(),
  options: z.array(option).nullish(),
});

type Option = z.infer<typeof option>;
type Command = z.infer<typeof command>;

/** https://docs.discord.com/developers/interactions/application-commands (naming). */
const chatInputName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const textLengthSumMax = 8_000;
/** The spec says 6000. */
const choiceValueLengthMax = 100;
/** Discord's locales: https://docs.discord.com/developers/reference (the spec does not check them). */
const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);
const countMaxByType: ReadonlyMap<number, number> = new Map([
  [1, 100],
  [2, 15],
  [3, 15],
  [4, 1],
]);
const [subcommand, subcommandGroup, stringOption, integerOption, numberOption] = [1, 2, 3, 4, 10];

/** Problems of a body that sets one command or all of them; `isGuild` for a single server's. */
export function checkCommands(body: unknown, isGuild: boolean): string[] {
  const read = z.array(command).safeParse(Array.isArray(body) ? body : [body]);
  if (!read.success) return ['the body is no command'];
  const problems = read.data.flatMap((each) =>
    checkCommand(each, isGuild).map((problem) => `/${each.name}: ${problem}`),
  );
  return [...problems, ...checkTogether(read.data)];
}

function checkTogether(commands: readonly Command[]): string[] {
  const problems: string[] = [];
  const keys = commands.map((each) => `${each.type ?? 1} ${each.name}`);
  if (new Set(keys).size < keys.length) problems.push('two commands of one type share a name');
  for (const [type, max] of countMaxByType) {
    const count = commands.filter((each) => (each.type ?? 1) === type).length;
    if (count > max) problems.push(`${count} commands of type ${type}, ${max} at most`);
  }
  return problems;
}

function checkCommand(each: Command, isGuild: boolean): string[] {
  const problems: string[] = [...checkLocales(each)];
  if ((each.type ?? 1) === 1) {
    problems.push(...checkChatInputNames(each));
    if ((each.description ?? '') === '') problems.push('no description');
  } else if ((each.description ?? '') !== '' || (each.options?.length ?? 0) > 0) {
    problems.push('a description or options on a command that is no chat input');
  }
  if (isGuild && each.contexts !== undefined && each.contexts !== null) problems.push('contexts in a guild');
  const sum = textLengthSum(each);
  if (sum > textLengthSumMax) problems.push(`${sum} characters in all, 8000 at most`);
  return [...problems, ...checkOptions(each.options ?? [], 0)];
}

function checkOptions(options: readonly Option[], depth: number): string[] {
  const problems = options.flatMap((each) => [
    ...checkLocales(each),
    ...checkChatInputNames(each),
    ...checkChoices(each),
    ...checkOptions(each.options ?? [], depth + 1),
  ]);
  const names = options.map((each) => each.name);
  if (new Set(names).size < names.length) problems.push('two options share a name');
  const firstOptional = options.findIndex((each) => each.required !== true);
  if (firstOptional !== -1 && options.slice(firstOptional).some((each) => each.required === true)) {
    problems.push('a required option after an optional one');
  }
  return [...problems, ...checkNesting(options, depth)];
}

function checkNesting(options: readonly Option[], depth: number): string[] {
  const kinds = new Set(
    options.map((each) => (each.type === subcommand || each.type === subcommandGroup ? 'sub' : 'value')),
  );
  if (kinds.size > 1) return ['subcommands beside value options'];
  const tooDeep =
    (depth === 1 && options.some((each) => each.type === subcommandGroup)) || (depth > 1 && kinds.has('sub'));
  return tooDeep ? ['subcommands nested too deep'] : [];
}

function checkChoices(each: Option): string[] {
  const problems: string[] = [];
  const choices = each.choices ?? [];
  if (each.autocomplete === true) {
    if (choices.length > 0) problems.push(`${each.name} has autocomplete and choices`);
    if (![stringOption, integerOption, numberOption].includes(each.type)) {
      problems.push(`${each.name} cannot have autocomplete`);
    }
  }
  if (choices.some(({ value }) => typeof value === 'string' && value.length > choiceValueLengthMax)) {
    problems.push(`${each.name} has a choice whose value is longer than 100 characters`);
  }
  if ((each.min_length ?? 0) > (each.max_length ?? 6_000)) {
    problems.push(`${each.name} has a min_length above its max_length`);
  }
  return problems;
}

function checkChatInputNames(each: Command | Option): string[] {
  const names = [each.name, ...Object.values(each.name_localizations ?? {})].filter((name) => name !== null);
  return names
    .filter((name) => !chatInputName.test(name) || name !== name.toLowerCase())
    .map((name) => `the name ${JSON.stringify(name)} is not allowed`);
}

function checkLocales(each: Command | Option): string[] {
  const given = [each.name_localizations ?? {}, each.description_localizations ?? {}].flatMap(Object.keys);
  return given
    .filter((locale) => !locales.has(locale))
    .map((locale) => `${locale} is no locale of Discord's`);
}

/** Names, descriptions and values of the whole command; of localisations the longest counts. */
function textLengthSum(each: Command | Option): number {
  const longest = (own: string | null | undefined, others: Command['name_localizations']) =>
    Math.max(...[own, ...Object.values(others ?? {})].map((words) => words?.length ?? 0));
  const ownLength =
    longest(each.name, each.name_localizations) + longest(each.description, each.description_localizations);
  const choiceLength = (each.choices ?? []).reduce(
    (sum, choice) => sum + choice.name.length + String(choice.value).length,
    0,
  );
  const inner = (each.options ?? []).reduce((sum, innerOption) => sum + textLengthSum(innerOption), 0);
  return ownLength + choiceLength + inner;
}
