import {
  channelDefaults,
  channelSettings,
  validateSettings,
  type ChannelSettings,
  type GuildSettings,
  type SettingsProblem,
} from './settings.ts';

/** What a moderator wants otherwise; whatever is not named stays. */
export type SettingsChange = Partial<Omit<GuildSettings, 'channels'>> & {
  /** By channel ID; null takes a channel's own settings away. */
  readonly channels?: Readonly<Record<string, Partial<ChannelSettings> | null>>;
};

export type SettingValue = string | number | boolean | null | readonly string[];

/** One setting that is now otherwise, for showing and logging. */
export interface ChangedSetting {
  /** As `SettingsProblem.path`. */
  readonly path: string;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

export type SettingsChangeOutcome =
  /** `changed` is in alphabetical order of paths, empty where everything was so already. */
  | { readonly ok: true; readonly settings: GuildSettings; readonly changed: readonly ChangedSetting[] }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

/** Applies a change and says what it changed, or why it cannot be. */
export function changeSettings(settings: GuildSettings, change: SettingsChange): SettingsChangeOutcome {
  const { channels, ...rest } = change;
  const outcome = validateSettings({
    ...settings,
    ...rest,
    channels: changeChannels(settings, channels ?? {}),
  });
  if (!outcome.ok) return outcome;
  return { ok: true, settings: outcome.settings, changed: whatChanged(settings, outcome.settings) };
}

function changeChannels(
  settings: GuildSettings,
  changes: NonNullable<SettingsChange['channels']>,
): Record<string, ChannelSettings> {
  const channels = new Map(Object.entries(settings.channels));
  for (const [channelId, change] of Object.entries(changes)) {
    if (change === null) channels.delete(channelId);
    else channels.set(channelId, { ...channelSettings(settings, channelId), ...change });
  }
  return Object.fromEntries(channels);
}

/** The settings that differ, channels compared with what a channel has without settings of its own. */
export function whatChanged(before: GuildSettings, after: GuildSettings): readonly ChangedSetting[] {
  const [old, young] = [flatten(before), flatten(after)];
  return [...new Set([...old.keys(), ...young.keys()])]
    .toSorted()
    .map((path) => ({
      path,
      before: old.get(path) ?? defaultAt(path),
      after: young.get(path) ?? defaultAt(path),
    }))
    .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
}

function flatten({ channels, ...rest }: GuildSettings): Map<string, SettingValue> {
  const entries: [string, SettingValue][] = Object.entries(rest);
  for (const [channelId, channel] of Object.entries(channels)) {
    for (const [name, value] of Object.entries(channel))
      entries.push([`channels.${channelId}.${name}`, value]);
  }
  return new Map(entries);
}

/** Only channels' settings can be missing on one side. */
function defaultAt(path: string): SettingValue {
  const name = path.split('.').at(-1) ?? '';
  return Object.entries(channelDefaults).find(([key]) => key === name)?.[1] ?? null;
}
