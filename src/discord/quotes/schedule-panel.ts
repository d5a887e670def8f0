/** `/quote schedule`: when a server's quotes are posted by themselves, and what is next. */
import type { BaseInteraction } from 'discord.js';
import { readClock } from '../../quotes/read-moment.ts';
import { nextRuns, type Schedule, type Weekday } from '../../quotes/schedule.ts';
import type { StoredSchedule } from '../../quotes/quote-store.ts';
import type { ButtonHandler } from '../command.ts';
import { renderInline } from '../render/cut-text.ts';
import { problemReply, type Reply, type ReplyButton } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';
import { changeSchedule } from './change-schedule.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import type { QuoteMeaning, ScheduleAct } from './quote-button.ts';
import { stamp } from './quote-lines.ts';

/** Runs shown. */
const runsShown = 5;

/** The days a schedule can have, as an option's values: every day, working days, or one day of the week. */
export const cadences = ['daily', 'weekdays', '1', '2', '3', '4', '5', '6', '7'] as const;
export type Cadence = (typeof cadences)[number];

/** Pause, resume, remove. */
export const scheduleButton: ButtonHandler<Extract<QuoteMeaning, { kind: 'quote-schedule' }>> = {
  effect: 'turn-page',
  execute: async (interaction, { act }, services) => changeByAct(interaction, act, services),
};

/** Pauses, goes on or ends it. Writes to the quote store. */
export async function changeByAct(
  interaction: BaseInteraction,
  act: ScheduleAct,
  services: Services,
): Promise<Reply> {
  const admission = await admit(interaction, 'configure', services);
  if (!admission.ok) return admission.reply;
  const { visitor } = admission;
  if (act === 'remove') {
    await services.store.quotes.removeSchedule(visitor.guildId);
    return { content: visitor.texts.quotes.schedule.removed };
  }
  return save({ isPaused: act === 'pause' }, visitor, services);
}

export interface ScheduleAsked {
  readonly cadence: Cadence;
  readonly time: string;
  /** What is not said stays, or is `skip`. */
  readonly missed?: Schedule['missed'];
}

/** Makes the schedule, or changes it. Writes to the quote store. */
export async function setSchedule(
  { cadence, time, missed }: ScheduleAsked,
  visitor: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const { schedule: words } = visitor.texts.quotes;
  const clock = readClock(time);
  if (clock === undefined) return problemReply(words.notATime(renderInline(time, 60)));
  const { timeZone } = visitor.settings;
  return save(
    { cadence: toCadence(cadence), ...clock, timeZone, ...(missed && { missed }) },
    visitor,
    services,
  );
}

function toCadence(cadence: Cadence): Schedule['cadence'] {
  if (cadence === 'daily' || cadence === 'weekdays') return { kind: cadence };
  return { kind: 'weekly', weekday: weekdays[cadence] };
}

const weekdays: Readonly<Record<Exclude<Cadence, 'daily' | 'weekdays'>, Weekday>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
};

async function save(schedule: Partial<Schedule>, visitor: QuoteVisitor, services: Services): Promise<Reply> {
  const { guildId, settings, texts } = visitor;
  const { schedule: words } = texts.quotes;
  const { quoteChannelId } = settings;
  const { quotes } = services.store;
  if (quoteChannelId === null) return problemReply(words.noChannel);
  const outcome = await changeSchedule(
    { guildId, channelId: quoteChannelId, schedule },
    { quotes, now: services.now },
  );
  if (!outcome.ok) return problemReply(outcome.reason === 'busy' ? words.busy : words.none);
  return renderSchedule(outcome.stored, { visitor, note: words.saved }, services);
}

/** The schedule as it is; whoever calls it has been let in. */
export async function schedulePanel(visitor: QuoteVisitor, services: Services): Promise<Reply> {
  const stored = await services.store.quotes.schedule(visitor.guildId);
  return stored === undefined
    ? problemReply(visitor.texts.quotes.schedule.none)
    : renderSchedule(stored, { visitor }, services);
}

async function renderSchedule(
  { schedule, channelId }: StoredSchedule,
  { visitor, note }: { readonly visitor: QuoteVisitor; readonly note?: string },
  services: Services,
): Promise<Reply> {
  const { guildId, texts } = visitor;
  const { schedule: words } = texts.quotes;
  const { quotes } = services.store;
  const [unposted, repeats] = await Promise.all([
    quotes.count({ guildId, states: ['approved'] }),
    quotes.count({ guildId, states: ['posted', 'corrected'] }),
  ]);
  const runs = nextRuns(schedule, services.now(), runsShown).map(
    (runMs) => `• ${stamp(runMs, 'F')} (${stamp(runMs)})`,
  );
  const time = `${pad(schedule.hour)}:${pad(schedule.minute)}`;
  const button = (act: ScheduleAct, look: ReplyButton['look'] = 'plain'): ReplyButton => ({
    label: words[act],
    look,
    meaning: { kind: 'quote-schedule', act },
  });
  return {
    content: [
      ...(note === undefined ? [] : [note]),
      words.title,
      words.at(describeCadence(schedule.cadence, texts), time, schedule.timeZone),
      words.channel(`<#${channelId}>`),
      words.missed[schedule.missed],
      ...(schedule.isPaused ? [words.paused] : [words.next, ...runs]),
      words.waiting(unposted, repeats),
    ].join('\n'),
    buttons: [button(schedule.isPaused ? 'resume' : 'pause', 'main'), button('remove', 'danger')],
  };
}

function describeCadence(cadence: Schedule['cadence'], { quotes, locale }: Texts): string {
  const { schedule: words } = quotes;
  switch (cadence.kind) {
    case 'daily':
    case 'weekdays':
      return words[cadence.kind];
    case 'weekly':
    default:
      return words.weekly(weekdayName(cadence.weekday, locale));
  }
}

/** 1 January 2024 was a Monday. */
function weekdayName(weekday: Weekday, locale: Texts['locale']): string {
  const format = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  return format.format(Date.UTC(2024, 0, weekday));
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
