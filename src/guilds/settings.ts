/**
 * What a server has chosen: the shape, the defaults, the bounds and the check.
 * Plain values come in, settings or problems go out; nothing here is stored or sent.
 */
import { z } from 'zod';
import { canonicalTimeZone } from '../calendar/time-zone.ts';

/** When the bot answers in a channel; `off` until a moderator chooses. */
export const channelModes = ['off', 'mention', 'questions', 'all'] as const;
/** Where it puts the answer. */
export const answerPlaces = ['reply', 'thread'] as const;
/** Who sees it, on the surfaces that allow a choice. */
export const visibilities = ['public', 'private'] as const;
/** `auto`: the language of the member's own Discord. */
export const spokenLanguages = ['auto', 'id', 'en'] as const;

/** Article IDs that are asked, or all of them. */
export type ArticleScope = 'all' | readonly string[];

export interface ChannelSettings {
  readonly mode: (typeof channelModes)[number];
  readonly answerIn: (typeof answerPlaces)[number];
  readonly visibility: (typeof visibilities)[number];
  /** `all` here means: whatever the server asks. */
  readonly articles: ArticleScope;
}

export interface GuildSettings {
  /** By channel ID; a channel that is not in it has `channelDefaults`. */
  readonly channels: Readonly<Record<string, ChannelSettings>>;
  /** Absent: whoever may manage messages moderates. */
  readonly moderatorRoleId: string | null;
  /** Where the weekly digest goes; it goes nowhere without. */
  readonly digestChannelId: string | null;
  readonly digest: boolean;
  /** Where approved quotes are posted; they wait without. */
  readonly quoteChannelId: string | null;
  /** Where suggestions are shown to moderators; without, in their private list alone. */
  readonly reviewChannelId: string | null;
  /** Whoever suggested a quote, or moved its boundaries last, may not approve it. */
  readonly twoPersonRule: boolean;
  /** A post comes with a picture of the same words. */
  readonly quoteCards: boolean;
  readonly language: (typeof spokenLanguages)[number];
  /** IANA name. */
  readonly timeZone: string;
  /** How long question texts are kept. */
  readonly retentionDays: number;
  readonly articles: ArticleScope;
  readonly memberCooldownSeconds: number;
  readonly channelCooldownSeconds: number;
  /** Answers in one thread, at most. */
  readonly threadAnswersMax: number;
}

export const channelDefaults = {
  mode: 'off',
  answerIn: 'reply',
  visibility: 'public',
  articles: 'all',
} as const satisfies ChannelSettings;

export const settingsDefaults = {
  channels: {},
  moderatorRoleId: null,
  digestChannelId: null,
  digest: false,
  quoteChannelId: null,
  reviewChannelId: null,
  twoPersonRule: false,
  quoteCards: false,
  language: 'auto',
  timeZone: 'Asia/Jakarta',
  retentionDays: 30,
  articles: 'all',
  memberCooldownSeconds: 5,
  channelCooldownSeconds: 2,
  threadAnswersMax: 20,
} as const satisfies GuildSettings;

/** Smallest and largest allowed, both included. */
export const settingsBounds = {
  retentionDays: { min: 1, max: 365 },
  memberCooldownSeconds: { min: 0, max: 3_600 },
  channelCooldownSeconds: { min: 0, max: 3_600 },
  threadAnswersMax: { min: 1, max: 100 },
} as const;

/** Channels with settings of their own, and articles named in one scope, at most. */
export const settingsChannelsMax = 100;
export const scopeArticlesMax = 50;

export interface SettingsProblem {
  /** Where, as `retentionDays` or `channels.123.mode`. */
  readonly path: string;
  readonly kind: 'out-of-range' | 'unknown-value' | 'not-a-time-zone' | 'not-an-id' | 'too-many';
  /** The bounds that were missed, for `out-of-range` and `too-many`. */
  readonly min?: number;
  readonly max?: number;
}

export type SettingsOutcome =
  | { readonly ok: true; readonly settings: GuildSettings }
  /** At least one problem. */
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

/**
 * Checks settings from anywhere. What is absent has its default, so that settings written by an
 * earlier version stay valid; what is unknown is dropped.
 */
export function validateSettings(value: unknown): SettingsOutcome {
  const parsed = settingsSchema.safeParse(value);
  if (parsed.success) return { ok: true, settings: parsed.data };
  return { ok: false, problems: parsed.error.issues.map(toProblem) };
}

/** The settings of one channel. */
export function channelSettings(settings: GuildSettings, channelId: string): ChannelSettings {
  return Object.hasOwn(settings.channels, channelId)
    ? (settings.channels[channelId] ?? channelDefaults)
    : channelDefaults;
}

/** The articles asked in a channel: its own choice, narrowed to the server's. */
export function articlesAsked(settings: GuildSettings, channelId: string): ArticleScope {
  const own = channelSettings(settings, channelId).articles;
  const everywhere = settings.articles;
  if (own === 'all') return everywhere;
  return everywhere === 'all' ? own : own.filter((id) => everywhere.includes(id));
}

const notAnId = 'not-an-id';
const notATimeZone = 'not-a-time-zone';

const snowflake = z.string().regex(/^\d{1,20}$/u, notAnId);
const articleId = z.string().min(1, notAnId).max(200, notAnId);
const articleScope = z.union([z.literal('all'), z.array(articleId).min(1).max(scopeArticlesMax)]);
const bounded = (bounds: { min: number; max: number }) => z.int().min(bounds.min).max(bounds.max);

const channelSchema = z.object({
  mode: z.enum(channelModes).default(channelDefaults.mode),
  answerIn: z.enum(answerPlaces).default(channelDefaults.answerIn),
  visibility: z.enum(visibilities).default(channelDefaults.visibility),
  articles: articleScope.default(channelDefaults.articles),
});

const settingsSchema = z.object({
  channels: z
    .record(snowflake, channelSchema)
    .default({})
    .refine((channels) => Object.keys(channels).length <= settingsChannelsMax, 'too-many'),
  moderatorRoleId: snowflake.nullable().default(settingsDefaults.moderatorRoleId),
  digestChannelId: snowflake.nullable().default(settingsDefaults.digestChannelId),
  digest: z.boolean().default(settingsDefaults.digest),
  quoteChannelId: snowflake.nullable().default(settingsDefaults.quoteChannelId),
  reviewChannelId: snowflake.nullable().default(settingsDefaults.reviewChannelId),
  twoPersonRule: z.boolean().default(settingsDefaults.twoPersonRule),
  quoteCards: z.boolean().default(settingsDefaults.quoteCards),
  language: z.enum(spokenLanguages).default(settingsDefaults.language),
  timeZone: z
    .string()
    .refine((zone) => canonicalTimeZone(zone) !== undefined, notATimeZone)
    .transform((zone) => canonicalTimeZone(zone) ?? zone)
    .default(settingsDefaults.timeZone),
  retentionDays: bounded(settingsBounds.retentionDays).default(settingsDefaults.retentionDays),
  articles: articleScope.default(settingsDefaults.articles),
  memberCooldownSeconds: bounded(settingsBounds.memberCooldownSeconds).default(
    settingsDefaults.memberCooldownSeconds,
  ),
  channelCooldownSeconds: bounded(settingsBounds.channelCooldownSeconds).default(
    settingsDefaults.channelCooldownSeconds,
  ),
  threadAnswersMax: bounded(settingsBounds.threadAnswersMax).default(settingsDefaults.threadAnswersMax),
});

function toProblem(issue: z.core.$ZodIssue): SettingsProblem {
  const path = issue.path.join('.');
  const [name = ''] = issue.path;
  if (name === 'articles' || issue.path.at(-1) === 'articles') {
    return { path, kind: 'too-many', min: 1, max: scopeArticlesMax };
  }
  if (issue.message === 'too-many') return { path, kind: 'too-many', min: 0, max: settingsChannelsMax };
  if (issue.message === notATimeZone) return { path, kind: notATimeZone };
  if (issue.message === notAnId || issue.code === 'invalid_key') return { path, kind: notAnId };
  const bounds = Object.entries(settingsBounds).find(([key]) => key === name)?.[1];
  return bounds === undefined ? { path, kind: 'unknown-value' } : { path, kind: 'out-of-range', ...bounds };
}
