/** What `/quote …` does, by subcommand: options are read, somebody is let in, one thing is done. */
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Capability } from '../../quotes/permissions.ts';
import { liveStates, type QuoteState } from '../../quotes/quote.ts';
import { findPassage, suggestPassages } from '../passage-option.ts';
import { referToPassage } from '../passage-reference.ts';
import { problemReply, type Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { textsFor } from '../texts/texts.ts';
import { findQuotes, isPublic, randomQuote, showQuote } from './browse-quotes.ts';
import { decide } from './decide.ts';
import { exportReply } from './export-reply.ts';
import { historyPage } from './history-list.ts';
import { importReply } from './import-reply.ts';
import { announceImport } from './announce-import.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import { queueViews } from './quote-button.ts';
import { readQuoteNumber, suggestQuoteNumbers } from './quote-option.ts';
import { queuePage } from './queue-list.ts';
import { findSeen, postNow, undo } from './review-acts.ts';
import { cadences, schedulePanel, setSchedule, changeByAct } from './schedule-panel.ts';
import { draftPanel } from './suggest-acts.ts';

type Run = (
  interaction: ChatInputCommandInteraction,
  visitor: QuoteVisitor,
  services: Services,
) => Promise<Reply>;

interface Subcommand {
  readonly capability: Capability;
  readonly run: Run;
  /** States of the quotes whose numbers it suggests; those of a moderator. */
  readonly states?: readonly QuoteState[];
}

const every: readonly QuoteState[] = [...liveStates, 'withdrawn', 'rejected'];
const posted: readonly QuoteState[] = ['posted', 'corrected'];

/** By name, with the group's name in front where there is one. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  suggest: { capability: 'suggest', run: suggest },
  queue: { capability: 'read-queue', run: queue },
  show: { capability: 'show', run: withQuote(showQuote), states: every },
  random: {
    capability: 'show',
    run: async (_, visitor, services) => randomQuote(visitor, services),
  },
  search: {
    capability: 'search',
    run: async (interaction, visitor, services) =>
      findQuotes({ terms: interaction.options.getString('terms', true), page: 1 }, visitor, services),
  },
  history: {
    capability: 'read-history',
    run: withQuote(async ({ number }, visitor, services) =>
      historyPage({ number, page: 1 }, visitor, services),
    ),
    states: every,
  },
  approve: {
    capability: 'approve',
    run: withNumber(async (number, interaction, visitor, services) =>
      decide(interaction, visitor, { number, action: { kind: 'approve' } }, services),
    ),
    states: ['suggested'],
  },
  post: {
    capability: 'schedule',
    run: withNumber(async (number, interaction, visitor, services) =>
      postNow(interaction, { visitor, number }, services),
    ),
    states: ['approved', 'scheduled'],
  },
  withdraw: { capability: 'withdraw', run: withNumber(withdraw), states: posted },
  undo: {
    capability: 'undo',
    run: withNumber(async (number, interaction, visitor, services) =>
      undo(interaction, { visitor, number }, services),
    ),
    states: every,
  },
  export: {
    capability: 'export',
    run: async (_, { guildId, texts }, services) => exportReply(guildId, texts, services),
  },
  import: {
    capability: 'import',
    run: async (interaction, visitor, services) => {
      const { guildId, actor, texts } = visitor;
      const file = interaction.options.getAttachment('file', true);
      const announce = async (count: number) =>
        announceImport(count, { guild: interaction.guild, visitor }, services);
      return importReply({ guildId, actor, texts, file, announce }, services);
    },
  },
  'schedule show': {
    capability: 'configure',
    run: async (_, visitor, services) => schedulePanel(visitor, services),
  },
  'schedule set': { capability: 'configure', run: runSetSchedule },
  'schedule pause': {
    capability: 'configure',
    run: async (interaction, _, services) => changeByAct(interaction, 'pause', services),
  },
  'schedule resume': {
    capability: 'configure',
    run: async (interaction, _, services) => changeByAct(interaction, 'resume', services),
  },
  'schedule remove': {
    capability: 'configure',
    run: async (interaction, _, services) => changeByAct(interaction, 'remove', services),
  },
};

/** Runs one subcommand for whoever may. */
export async function runQuoteCommand(
  interaction: ChatInputCommandInteraction,
  services: Services,
): Promise<Reply> {
  const subcommand = subcommandOf(interaction);
  if (subcommand === undefined) {
    return problemReply(textsFor(interaction.locale).problems.unknownCommand);
  }
  const admission = await admit(interaction, subcommand.capability, services);
  return admission.ok ? subcommand.run(interaction, admission.visitor, services) : admission.reply;
}

/** Only posted quotes are for the channel; everything else is between the bot and one person. */
export async function isPrivateQuoteCommand(
  interaction: ChatInputCommandInteraction,
  { store }: Services,
): Promise<boolean> {
  const name = interaction.options.getSubcommand();
  if (name === 'random' || name === 'search') return false;
  if (name !== 'show' || interaction.options.getSubcommandGroup() !== null) return true;
  const number = readQuoteNumber(interaction.options.getString('number', true));
  const quote =
    number === undefined ? undefined : await store.quotes.quote(interaction.guildId ?? '', number);
  return quote === undefined || !isPublic(quote);
}

/** Passages to suggest, or numbers of quotes that the subcommand can be about; none for who may not. */
export async function suggestForQuoteCommand(
  interaction: AutocompleteInteraction,
  services: Services,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const subcommand = subcommandOf(interaction);
  if (subcommand === undefined) return [];
  const admission = await admit(interaction, subcommand.capability, services);
  if (!admission.ok) return [];
  const { value, name } = interaction.options.getFocused(true);
  const { visitor } = admission;
  if (name === 'passage') return suggestPassages(value, visitor.texts, services);
  const { guildId, actor } = visitor;
  if (actor.role !== 'member') {
    return suggestQuoteNumbers(value, { guildId, states: subcommand.states ?? [] }, services);
  }
  const isUndo = subcommand.capability === 'undo';
  return suggestQuoteNumbers(
    value,
    isUndo ? { guildId, states: ['suggested'], suggestedBy: actor.id } : { guildId, states: posted },
    services,
  );
}

function subcommandOf({
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): Subcommand | undefined {
  const [group, name] = [options.getSubcommandGroup(), options.getSubcommand()];
  const key = group === null ? name : `${group} ${name}`;
  return Object.hasOwn(subcommands, key) ? subcommands[key] : undefined;
}

function withNumber(
  run: (
    number: number,
    interaction: ChatInputCommandInteraction,
    visitor: QuoteVisitor,
    services: Services,
  ) => Promise<Reply>,
): Run {
  return async (interaction, visitor, services) => {
    const number = readQuoteNumber(interaction.options.getString('number', true));
    return number === undefined
      ? problemReply(visitor.texts.quotes.problems.notANumber)
      : run(number, interaction, visitor, services);
  };
}

function withQuote(run: typeof showQuote): Run {
  return withNumber(async (number, _, visitor, services) => {
    const quote = await findSeen({ visitor, number }, services);
    return 'content' in quote ? quote : run(quote, visitor, services);
  });
}

async function suggest(
  { options }: ChatInputCommandInteraction,
  visitor: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const { problems } = visitor.texts;
  const found = findPassage(options.getString('passage', true), services);
  if (found.kind !== 'found') {
    return problemReply(found.kind === 'changed' ? problems.articleChanged : problems.noSuchPassage);
  }
  return draftPanel({ passage: referToPassage(found.passage) }, visitor, services);
}

async function queue(
  { options }: ChatInputCommandInteraction,
  visitor: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const wanted = options.getString('show');
  const view = queueViews.find((known) => known === wanted) ?? 'suggested';
  return queuePage({ view, side: 'after', number: 0 }, visitor, services);
}

async function withdraw(
  number: number,
  interaction: ChatInputCommandInteraction,
  visitor: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const { options } = interaction;
  const reason = options.getString('reason')?.trim() ?? '';
  const mode = options.getString('mode') === 'delete' ? 'deleted' : 'tombstone';
  const action = { kind: 'withdraw', mode, ...(reason !== '' && { reason }) } as const;
  return decide(interaction, visitor, { number, action }, services);
}

async function runSetSchedule(
  { options }: ChatInputCommandInteraction,
  visitor: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const wanted = options.getString('days', true);
  const missed = options.getString('missed');
  const cadence = cadences.find((known) => known === wanted) ?? 'daily';
  return setSchedule(
    {
      cadence,
      time: options.getString('time', true),
      ...((missed === 'skip' || missed === 'post-one') && { missed }),
    },
    visitor,
    services,
  );
}
