/**
 * Brings Discord's list of global commands in line with ours. What is equal already is left alone:
 * Discord counts creations, and clients reload every command that was written.
 */
import {
  ApplicationCommandType,
  Routes,
  type APIApplicationCommand,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { normaliseCommand } from './normalise-command.ts';

export interface RegistrationReport {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly unchanged: number;
}

export interface RegistrationRequest {
  readonly rest: REST;
  readonly applicationId: string;
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
}

/** Writes to Discord only what differs. Rejects as Discord does. */
export async function registerCommands(request: RegistrationRequest): Promise<RegistrationReport> {
  const { rest, applicationId, commands } = request;
  const registered = await fetchCommands(rest, applicationId);
  const left = new Map(registered.map((command) => [keyOf(command), command]));
  const report = { created: 0, updated: 0, deleted: 0, unchanged: 0 };
  const missing: RESTPostAPIApplicationCommandsJSONBody[] = [];
  for (const command of commands) {
    const existing = left.get(keyOf(command));
    left.delete(keyOf(command));
    if (!existing) {
      missing.push(command);
    } else if (isSame(existing, command)) {
      report.unchanged += 1;
    } else {
      await rest.patch(Routes.applicationCommand(applicationId, existing.id), { body: whole(command) });
      report.updated += 1;
    }
  }
  // Deleting first makes room where the list is full.
  for (const { id } of left.values()) {
    await rest.delete(Routes.applicationCommand(applicationId, id));
    report.deleted += 1;
  }
  for (const command of missing) {
    await rest.post(Routes.applicationCommands(applicationId), { body: command });
    report.created += 1;
  }
  return report;
}

/** The ID of the application that the token belongs to. Rejects as Discord does. */
export async function fetchApplicationId(rest: REST, signal: AbortSignal): Promise<string> {
  const application: unknown = await rest.get(Routes.currentApplication(), { signal });
  if (typeof application === 'object' && application && 'id' in application) {
    const { id } = application;
    if (typeof id === 'string') {
      return id;
    }
  }
  throw new TypeError('The answer names no application');
}

async function fetchCommands(rest: REST, applicationId: string): Promise<APIApplicationCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Discord documents this answer
  return (await rest.get(Routes.applicationCommands(applicationId), { query })) as APIApplicationCommand[];
}

function isSame(existing: APIApplicationCommand, command: RESTPostAPIApplicationCommandsJSONBody): boolean {
  return JSON.stringify(normaliseCommand(existing)) === JSON.stringify(normaliseCommand(command));
}

/** A patch keeps what it does not name, so that a translation or an option taken away would stay; the type cannot change. */
function whole(command: RESTPostAPIApplicationCommandsJSONBody): object {
  const { type, ...fields } = command;
  return {
    name_localizations: null,
    default_member_permissions: null,
    ...(isChatInput({ type }) && { description_localizations: null, options: [] }),
    ...fields,
  };
}

function isChatInput({ type }: { type?: ApplicationCommandType | undefined }): boolean {
  return type === undefined || type === ApplicationCommandType.ChatInput;
}

/** Names are unique for each type. */
function keyOf({ type, name }: { type?: number | undefined; name: string }): string {
  return `${type ?? ApplicationCommandType.ChatInput}:${name}`;
}
