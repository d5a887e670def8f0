/** What is stored, said from the table that the store deletes by; and the button that deletes. */
import type { BaseInteraction } from 'discord.js';
import { describePrivacy } from '../guilds/privacy.ts';
import { settingsDefaults } from '../guilds/settings.ts';
import type { ButtonHandler } from './command.ts';
import type { ButtonMeaning } from './custom-id.ts';
import { messageLengthMax } from './limits.ts';
import { pageOf } from '../guilds/gaps.ts';
import type { Reply, ReplyButton } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor } from './texts/texts.ts';

/** One page of what is stored: as many lines as a message holds, so that none is left off. */
export async function privacyReply(
  interaction: BaseInteraction,
  wantedPage: number,
  { store }: Services,
): Promise<Reply> {
  const texts = textsFor(interaction.locale);
  const { privacy } = texts;
  const { guildId } = interaction;
  const settings = guildId === null ? settingsDefaults : (await store.guilds.settings(guildId)).settings;
  const lines = describePrivacy(texts.locale, settings.retentionDays).map(privacy.line);
  const frame = [privacy.title, privacy.intro, privacy.end].join('\n').length + pageLineLengthMax;
  const pages = intoPages(lines, messageLengthMax - frame);
  const { entries, page, pageCount } = pageOf(pages, wantedPage, 1);
  const content = [
    privacy.title,
    privacy.intro,
    ...(entries[0] ?? []),
    privacy.end,
    ...(pageCount > 1 ? [texts.page(page, pageCount)] : []),
  ].join('\n');
  return {
    content,
    buttons: [
      ...(page > 1 ? [pageButton(texts.previousButton, page - 1)] : []),
      ...(page < pageCount ? [pageButton(texts.nextButton, page + 1)] : []),
    ],
  };
}

function pageButton(label: string, page: number): ReplyButton {
  return { label, meaning: { kind: 'privacy', page } };
}

const pageLineLengthMax = 40;

function intoPages(lines: readonly string[], lengthMax: number): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (length + line.length + 1 > lengthMax) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(line);
    length += line.length + 1;
  }
  return pages;
}

export const privacyPageButton: ButtonHandler<Extract<ButtonMeaning, { kind: 'privacy' }>> = {
  effect: 'turn-page',
  execute: async (interaction, { page }, services) => privacyReply(interaction, page, services),
};

/** Asks before anything is deleted. */
export function forgetQuestion(locale: string): Reply {
  const { privacy } = textsFor(locale);
  return {
    content: privacy.forgetAsk,
    buttons: [
      { label: privacy.forgetYes, meaning: { kind: 'forget', isSure: true }, look: 'danger' },
      { label: privacy.forgetNo, meaning: { kind: 'forget', isSure: false } },
    ],
  };
}

/** Deletes everything of whoever clicks, in all servers; writes to the store. */
export const forgetButton: ButtonHandler<Extract<ButtonMeaning, { kind: 'forget' }>> = {
  effect: 'turn-page',
  execute: async (interaction, { isSure }, services) => {
    const { privacy } = textsFor(interaction.locale);
    if (!isSure) return { content: privacy.kept };
    const rows = await services.store.privacy.forgetMember(interaction.user.id);
    if (interaction.guildId !== null) services.knowledge.refresh(interaction.guildId);
    services.log.info({ rows }, 'member forgotten');
    return { content: privacy.forgotten(rows) };
  },
};
