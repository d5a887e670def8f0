import type { Client } from 'discord.js';
import { composeDigest, dueDigestWeek, type DigestFacts } from '../guilds/digest.ts';
import type { GuildSettings } from '../guilds/settings.ts';
import { maySpeakIn } from './channel/speak-permission.ts';
import { readGaps } from './read-gaps.ts';
import { messageLengthMax } from './limits.ts';
import { renderInline, takeStart } from './render/cut-text.ts';
import { toMessagePayload } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor, type Texts } from './texts/texts.ts';

const wordingLengthMax = 160;

/** Sends the digests that are due in the servers of this process, each once; writes the claim before it sends. */
export async function sendDueDigests(client: Client, services: Services): Promise<void> {
  for (const guild of client.guilds.cache.values()) {
    const { settings } = await services.store.guilds.settings(guild.id);
    if (!settings.digest || settings.digestChannelId === null) continue;
    const channel = guild.channels.cache.get(settings.digestChannelId);
    if (channel?.isTextBased() !== true || !maySpeakIn(channel)) continue;
    const facts = await readDigest(guild.id, settings, services);
    const now = services.now();
    if (!(await services.store.guilds.claimDigest(guild.id, facts.week.week, now)) || facts.isEmpty) continue;
    const locale = settings.language === 'auto' ? guild.preferredLocale : settings.language;
    const content = renderDigest(facts, { texts: textsFor(locale), timeZone: settings.timeZone });
    await channel.send(toMessagePayload({ content }));
    services.log.info({ guildId: guild.id, week: facts.week.week }, 'digest sent');
  }
}

async function readDigest(
  guildId: string,
  { timeZone }: GuildSettings,
  services: Services,
): Promise<DigestFacts> {
  const { guilds } = services.store;
  const week = dueDigestWeek(services.now(), timeZone);
  const { questions, gaps } = await readGaps(guildId, services);
  const [feedback, lessons] = await Promise.all([
    guilds.feedback(guildId, week.fromMs),
    guilds.lessons(guildId),
  ]);
  return composeDigest({ week, questions, gaps, feedback, lessons });
}

/** The digest as one message; at most 2,000 UTF-16 units. */
export function renderDigest(
  facts: DigestFacts,
  { texts, timeZone }: { texts: Texts; timeZone: string },
): string {
  const { digest, gaps } = texts;
  const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium', timeZone });
  const top = facts.topGaps.map(
    ({ wording, askedCount }) => `• ${renderInline(wording, wordingLengthMax)} (${gaps.asked(askedCount)})`,
  );
  const lines = [
    digest.title(date.format(facts.week.fromMs), date.format(facts.week.toMs - 1)),
    digest.questions(facts.questionCount, facts.newGapCount, facts.openGapCount),
    digest.votes(facts.votes.up, facts.votes.down),
    digest.decided(facts.taughtCount, facts.dismissedCount),
    ...(facts.staleLessonCount > 0 ? [digest.stale(facts.staleLessonCount)] : []),
    ...(top.length > 0 ? [digest.top, ...top] : []),
    digest.hint,
  ];
  return takeStart(lines.join('\n'), messageLengthMax);
}
