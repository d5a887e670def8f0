import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { PageFile, PageOption, PageUser } from '../page-protocol.ts';

export interface CommandOption {
  name: string;
  type: number;
  /** Name and description in the person's language. */
  label: string;
  hint: string;
  required: boolean;
  autocomplete?: boolean;
  choices?: { name: string; value: string | number }[];
  channel_types?: number[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
}

export interface CommandEntry {
  command: APIApplicationCommand;
  /** Group and subcommand as registered, outermost first; empty for a command without. */
  path: { name: string; type: number }[];
  /** Full name in the person's language: `artikel daftar`. */
  label: string;
  /** Full name as registered: `article list`. */
  plain: string;
  description: string;
  options: CommandOption[];
}

/** What stands in the fields, by option name as registered. */
export type FieldValues = Record<string, string>;

export const optionType: Record<
  | 'subcommand'
  | 'group'
  | 'string'
  | 'integer'
  | 'boolean'
  | 'user'
  | 'channel'
  | 'role'
  | 'mentionable'
  | 'number'
  | 'attachment',
  number
>;
export function localised(thing: object, field: 'name' | 'description', locale: string): string;
export function isOffered(
  command: APIApplicationCommand,
  me: PageUser,
  kind: 'text' | 'thread' | 'dm',
): boolean;
export function listEntries(commands: readonly APIApplicationCommand[], locale: string): CommandEntry[];
export function matchEntries(entries: CommandEntry[], typed: string): CommandEntry[];
export function takeEntry(
  entries: CommandEntry[],
  text: string,
): { entry: CommandEntry; rest: string } | undefined;
/** `files`: what was chosen for options that take an attachment, by option name. */
export function buildOptions(
  entry: CommandEntry,
  values: FieldValues,
  focused?: string,
  files?: Record<string, PageFile>,
): PageOption[];
export function firstProblem(
  entry: CommandEntry,
  values: FieldValues,
): { option: CommandOption; reason: 'missing' | 'number' | 'range' | 'short' } | undefined;
export function firstAskable(entries: CommandEntry[]): CommandEntry | undefined;
export function menuCommands(
  commands: readonly APIApplicationCommand[],
  kind: 'message' | 'user',
): APIApplicationCommand[];
