import { ChannelType, type BaseInteraction } from 'discord.js';
import type { SettingField } from '../custom-id.ts';
import type { Reply, ReplyRow } from '../reply.ts';
import { lacksForQuotes, namePermissions } from '../settings-change.ts';
import { mentionChannel, withNote, type PanelRequest } from '../settings-panels.ts';

/** Where quotes are posted and reviewed, and by which rules. */
export function quotePanel(interaction: BaseInteraction, { settings, texts, note }: PanelRequest): Reply {
  const { settings: words } = texts;
  const { quoteChannelId, reviewChannelId, twoPersonRule, quoteCards } = settings;
  const lacking = lacksForQuotes(interaction, settings);
  const lines = [
    words.quotes.panel,
    words.quotes.channelLine(mentionChannel(quoteChannelId)),
    ...(lacking.length > 0 ? [words.lacks(namePermissions(lacking, texts))] : []),
    words.quotes.reviewLine(mentionChannel(reviewChannelId)),
  ];
  const { twoPerson, twoPersonOn, twoPersonOff, cards, cardsOn, cardsOff } = words.quotes;
  return {
    content: withNote(note, lines.join('\n')),
    rows: [
      channels('quote-channel', quoteChannelId, words.quotes.chooseChannel),
      channels('review-channel', reviewChannelId, words.quotes.chooseReview),
      choice('two-person-rule', {
        isOn: twoPersonRule,
        on: twoPersonOn,
        off: twoPersonOff,
        placeholder: twoPerson,
      }),
      choice('quote-cards', { isOn: quoteCards, on: cardsOn, off: cardsOff, placeholder: cards }),
      {
        kind: 'buttons',
        buttons: [
          {
            label: words.quotes.noChannel,
            meaning: { kind: 'setting', field: 'no-quote-channel' },
            isDisabled: quoteChannelId === null,
          },
          {
            label: words.quotes.noReview,
            meaning: { kind: 'setting', field: 'no-review-channel' },
            isDisabled: reviewChannelId === null,
          },
        ],
      },
    ],
  };
}

function channels(field: SettingField, chosen: string | null, placeholder: string): ReplyRow {
  return {
    kind: 'channels',
    meaning: { kind: 'setting', field },
    placeholder,
    channelTypes: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    chosenIds: chosen === null ? [] : [chosen],
  };
}

function choice(
  field: SettingField,
  { isOn, on, off, placeholder }: { isOn: boolean; on: string; off: string; placeholder: string },
): ReplyRow {
  return {
    kind: 'choice',
    meaning: { kind: 'setting', field },
    placeholder,
    options: [
      { label: on, value: 'on', isChosen: isOn },
      { label: off, value: 'off', isChosen: !isOn },
    ],
  };
}
