import type { APIApplicationCommand } from 'discord-api-types/v10';
import { readCommand } from './command-validation.ts';
import type { CommandFields } from './command-validation.ts';
import { refusals } from './discord-error.ts';
import { checkList, FormErrors } from './form-errors.ts';
import { asWire } from './protocol.ts';
import type { StoredCommand, World } from './world.ts';

/** How many of a type a scope may hold. https://discord.com/developers/docs/interactions/application-commands */
const COUNT_MAX: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 };
const bulkMax = 130;
const createsPerDay = 200;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The commands of one scope, oldest first; `guildId` undefined for the global ones. */
export function commandsIn(world: World, guildId: string | undefined): StoredCommand[] {
  return [...world.commands.values()].filter((command) => command.guildId === guildId);
}

/** @throws DiscordError 10063. */
export function findCommand(world: World, guildId: string | undefined, id: string): StoredCommand {
  const command = world.commands.get(id);
  if (command === undefined || command.guildId !== guildId) throw refusals.unknownCommand();
  return command;
}

/** Makes a command, or replaces the one of the same name and type. */
export function upsertCommand(
  world: World,
  guildId: string | undefined,
  body: unknown,
): { command: StoredCommand; created: boolean } {
  const fields = readCommand(body, { inGuild: guildId !== undefined });
  const before = sameCommand(commandsIn(world, guildId), fields);
  if (before === undefined) {
    const max = COUNT_MAX[fields.type] ?? 0;
    const held = commandsIn(world, guildId).filter(({ api }) => isOfType(api, fields.type)).length;
    if (held >= max) throw refusals.commandLimit(max);
    countCreates(world, guildId, 1);
  }
  const command = storeCommand(world, guildId, fields, before?.api.id);
  world.events.emit({ type: 'commands-change' });
  return { command, created: before === undefined };
}

/** Changes what the body says of a command and keeps the rest. */
export function patchCommand(world: World, before: StoredCommand, body: unknown): StoredCommand {
  const base = asWire<Record<string, unknown>>(before.api);
  const fields = readCommand(body, { base, inGuild: before.guildId !== undefined });
  const twin = sameCommand(commandsIn(world, before.guildId), fields);
  if (twin !== undefined && twin.api.id !== before.api.id) {
    const errors = new FormErrors();
    errors.add(['name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    errors.throwIfAny();
  }
  const command = storeCommand(world, before.guildId, fields, before.api.id);
  world.events.emit({ type: 'commands-change' });
  return command;
}

export function deleteCommand(world: World, command: StoredCommand): void {
  world.commands.delete(command.api.id);
  world.events.emit({ type: 'commands-change' });
}

/** Replaces all commands of a scope. Those whose name and type stay keep their ID. */
export function replaceCommands(world: World, guildId: string | undefined, body: unknown): StoredCommand[] {
  const errors = new FormErrors();
  if (!Array.isArray(body)) errors.add([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  const entries = checkList(errors, [], body, { max: bulkMax });
  errors.throwIfAny();
  const all = entries.map((entry) => readCommand(entry, { inGuild: guildId !== undefined }));
  const keys = new Set<string>();
  for (const [index, { type, name }] of all.entries()) {
    const key = `${type} ${name}`;
    if (keys.has(key))
      errors.add([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    keys.add(key);
  }
  errors.throwIfAny();
  for (const [type, max] of Object.entries(COUNT_MAX)) {
    if (all.filter((fields) => fields.type === Number(type)).length > max) throw refusals.commandLimit(max);
  }
  const before = commandsIn(world, guildId);
  countCreates(world, guildId, all.filter((fields) => sameCommand(before, fields) === undefined).length);
  for (const { api } of before) world.commands.delete(api.id);
  const stored = all.map((fields) =>
    storeCommand(world, guildId, fields, sameCommand(before, fields)?.api.id),
  );
  world.events.emit({ type: 'commands-change' });
  return stored;
}

function storeCommand(
  world: World,
  guildId: string | undefined,
  fields: CommandFields,
  id: string | undefined,
): StoredCommand {
  const api = asWire<APIApplicationCommand>({
    id: id ?? world.newId(),
    application_id: world.bot.id,
    version: world.newId(),
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    ...fields,
  });
  const command: StoredCommand = { api, guildId };
  world.commands.set(api.id, command);
  return command;
}

function sameCommand(
  commands: readonly StoredCommand[],
  { type, name }: CommandFields,
): StoredCommand | undefined {
  return commands.find(({ api }) => isOfType(api, type) && api.name === name);
}

function isOfType({ type }: { type: number }, wanted: number): boolean {
  return type === wanted;
}

/** @throws DiscordError 30034 past 200 creates a day and scope. */
function countCreates(world: World, guildId: string | undefined, count: number): void {
  const key = guildId ?? 'global';
  const recent = (world.commandCreates.get(key) ?? []).filter((at) => at > world.now() - DAY_MS);
  if (recent.length + count > createsPerDay) throw refusals.commandCreatesLimit();
  world.commandCreates.set(key, [...recent, ...Array.from({ length: count }, () => world.now())]);
}
