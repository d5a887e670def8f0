/**
 * Half an hour of a server: 500 messages by 40 members in 6 channels on a clock of the test's own,
 * with the bot killed in the middle. Every question for the bot is answered once, no chatter is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageType, type APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { toKeptQuestion } from '../../src/discord/remember-turn.ts';
import type { LocalDiscord, Person } from '../../src/playground/local-discord.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { pauseMs, sceneOf, sceneStartMs, type Scene } from './channel-scene.ts';
import {
  bursts,
  chatter,
  createDice,
  followUps,
  questions,
  smallTalk,
  unanswerable,
} from './conversation-script.ts';
import { channelOf, startDiscord, startKutip } from './kutip.ts';

const membersCount = 40;
const messagesCount = 500;
const lengthMs = 30 * 60_000;

type Kind =
  | 'chatter'
  | 'small talk'
  | 'for somebody else'
  | 'mention in code or quote'
  | 'overheard, sure'
  | 'overheard, not sure'
  | 'everything, question'
  | 'by name'
  | 'reply to the bot'
  | 'burst, last'
  | 'burst, before'
  | 'follow-up in thread'
  | 'after a moderator'
  | 'moderator'
  | 'off channel'
  | 'edited'
  | 'deleted'
  | 'cut off by the kill';

const answeredKinds: ReadonlySet<Kind> = new Set<Kind>([
  'overheard, sure',
  'everything, question',
  'by name',
  'reply to the bot',
  'burst, last',
  'follow-up in thread',
  'edited',
  'cut off by the kill',
]);

interface Sent {
  readonly kind: Kind;
  readonly message: APIMessage;
}

/** One conversation being held: who is there, what was sent, and the bot, which may be replaced. */
class Room {
  readonly sent: Sent[] = [];
  readonly members: readonly Person[];
  readonly dice = createDice(20_261_201);
  readonly discord: LocalDiscord;
  readonly clock: FakeClock;
  scene: Scene;
  #turn = 0;

  constructor(discord: LocalDiscord, clock: FakeClock, scene: Scene) {
    this.discord = discord;
    this.clock = clock;
    this.scene = scene;
    this.members = Array.from({ length: membersCount }, (_, number) =>
      discord.addPerson({ username: `anggota${number + 1}`, locale: number % 4 === 0 ? 'en-US' : 'id' }),
    );
  }

  /** Everybody in turn, so that nobody's next message comes before their last was dealt with. */
  next(): Person {
    this.#turn += 1;
    const person = this.members[this.#turn % membersCount];
    if (person === undefined) throw new Error('somebody is there');
    return person;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.dice(list.length)];
    if (chosen === undefined) throw new Error('something to pick');
    return chosen;
  }

  async say(
    kind: Kind,
    person: Person,
    channelId: string,
    content: string,
    replyTo?: string,
  ): Promise<APIMessage> {
    const message = await this.scene.say(person, channelId, content, replyTo);
    this.sent.push({ kind, message });
    return message;
  }

  get mention(): string {
    return `<@${this.scene.kutip.bot.client.user?.id}>`;
  }
}

type Act = (room: Room) => Promise<void>;

const asked = 'tanya-artikel';
const threads = 'tanya-utas';
const mention = 'umum';
const discuss = 'diskusi';
const everything = 'ruang-semua';
const silent = 'bebas';

const at = (room: Room, name: string) => channelOf(room.discord, name);

const chat: Act = async (room) => {
  const name = room.pick([asked, threads, mention, discuss, everything, silent]);
  const isTalk = name !== everything && room.dice(6) === 0;
  await room.say(
    isTalk ? 'small talk' : 'chatter',
    room.next(),
    at(room, name),
    room.pick<string>(isTalk ? smallTalk : chatter),
  );
};

const overheard: Act = async (room) => {
  await room.say('overheard, sure', room.next(), at(room, room.pick([asked, threads])), room.pick(questions));
};
const unsure: Act = async (room) => {
  await room.say(
    'overheard, not sure',
    room.next(),
    at(room, room.pick([asked, threads])),
    room.pick(unanswerable),
  );
};
const anything: Act = async (room) => {
  const all = [...questions, ...unanswerable];
  await room.say('everything, question', room.next(), at(room, everything), room.pick(all));
};
const byName: Act = async (room) => {
  const words = `${room.mention} ${room.pick([...questions, ...unanswerable])}`;
  await room.say('by name', room.next(), at(room, room.pick([mention, discuss, asked])), words);
};
const burst: Act = async (room) => {
  const [channel, person] = [at(room, room.pick([asked, threads])), room.next()];
  const parts = room.pick<readonly string[]>(bursts);
  for (const [place, part] of parts.entries()) {
    if (place > 0) await room.scene.pass(700);
    await room.say(place === parts.length - 1 ? 'burst, last' : 'burst, before', person, channel, part);
  }
};
const toOthers: Act = async (room) => {
  const other = room.next();
  const words = `<@${other.id}> ${room.pick([...smallTalk, ...questions])}`;
  await room.say('for somebody else', room.next(), at(room, room.pick([asked, threads, discuss])), words);
};
const quoted: Act = async (room) => {
  const form = room.pick([`\`${room.mention}\` gitu nulisnya`, `> ${room.mention} Siapa pendiri xAI?\nwkwk`]);
  await room.say('mention in code or quote', room.next(), at(room, mention), form);
};
const off: Act = async (room) => {
  await room.say('off channel', room.next(), at(room, silent), `${room.mention} ${room.pick(questions)}`);
};
const edited: Act = async (room) => {
  const [person, channel] = [room.next(), at(room, asked)];
  const message = await room.say('edited', person, channel, 'Siapa pendiri xAI?');
  await room.scene.pass(pauseMs * 2);
  await room.scene.edit(person, channel, message.id, 'Di mana superkomputer xAI dibangun?');
};
const deleted: Act = async (room) => {
  const [person, channel] = [room.next(), at(room, asked)];
  const message = await room.say('deleted', person, channel, 'Apa skandal Grok?');
  // Half of them before the bot has answered.
  if (room.dice(2) === 0) await room.scene.pass(pauseMs * 2);
  await room.scene.remove(person, channel, message.id);
};
const threadTalk: Act = async (room) => {
  const person = room.next();
  const opening = await room.say('overheard, sure', person, at(room, threads), room.pick(questions));
  await room.scene.pass(pauseMs * 4);
  await room.say('follow-up in thread', person, opening.id, `${room.mention} ${room.pick(followUps)}`);
  await room.scene.pass(pauseMs * 4);
};
const steppedIn: Act = async (room) => {
  const person = room.next();
  const opening = await room.say('overheard, sure', person, at(room, threads), room.pick(questions));
  await room.scene.pass(pauseMs * 4);
  await room.say('moderator', room.discord.moderator, opening.id, 'aku jelasin langsung aja ya di sini');
  await room.scene.pass(pauseMs * 4);
  await room.say('after a moderator', person, opening.id, 'Siapa pendiri xAI?');
  await room.scene.pass(pauseMs);
};
const reply: Act = async (room) => {
  const person = room.next();
  const channel = at(room, mention);
  const opening = await room.say('by name', person, channel, `${room.mention} ${room.pick(questions)}`);
  await room.scene.pass(pauseMs * 4);
  const answer = room.scene
    .answers(channel)
    .find(({ message_reference: to }) => to?.message_id === opening.id);
  if (answer === undefined) throw new Error('there is something to reply to');
  await room.say('reply to the bot', person, channel, room.pick(followUps), answer.id);
};

/** The half hour in order: what happens, mixed by seed, with chatter in between until all is said. */
function plan(dice: (bound: number) => number): Act[] {
  const counted: readonly (readonly [Act, number])[] = [
    [overheard, 34],
    [unsure, 10],
    [anything, 14],
    [byName, 26],
    [burst, 9],
    [toOthers, 10],
    [quoted, 6],
    [off, 6],
    [edited, 7],
    [deleted, 8],
    [threadTalk, 7],
    [steppedIn, 4],
    [reply, 7],
  ];
  const acts = counted.flatMap(([act, count]) => Array.from({ length: count }, () => act));
  for (let place = acts.length - 1; place > 0; place -= 1) {
    const other = dice(place + 1);
    [acts[place], acts[other]] = [acts[other] ?? chat, acts[place] ?? chat];
  }
  return acts;
}

async function hold(room: Room, until: { readonly messages: number; readonly acts: Act[] }): Promise<void> {
  const startMs = room.clock.now();
  const left = until.messages - room.sent.length;
  const wanted = left / (until.acts.length + 1);
  for (const [place, act] of until.acts.entries()) {
    await act(room);
    await room.scene.pass(400 + room.dice(1_600));
    const due = until.messages - left + (place + 1) * wanted;
    while (room.sent.length < due && room.sent.length < until.messages) {
      await chat(room);
      await room.scene.pass(200 + room.dice(1_800));
    }
  }
  while (room.sent.length < until.messages) await chat(room);
  const spentMs = room.clock.now() - startMs;
  await room.scene.pass(Math.max(60_000, lengthMs / 2 - spentMs));
}

/** The bot's answers by the message they answer. */
function answersByQuestion(room: Room): Map<string, APIMessage[]> {
  const places = [asked, threads, mention, discuss, everything, silent].map((name) => at(room, name));
  const threadIds = room.sent.flatMap(({ message }) =>
    message.channel_id === at(room, threads) || message.channel_id === at(room, discuss) ? [message.id] : [],
  );
  const found = new Map<string, APIMessage[]>();
  for (const place of [...places, ...threadIds]) {
    const isThread = threadIds.includes(place);
    for (const answer of messagesOf(room, place)) {
      const key = answer.message_reference?.message_id ?? (isThread ? place : 'nothing');
      found.set(key, [...(found.get(key) ?? []), answer]);
    }
  }
  return found;
}

/** What Discord itself notes of a new thread is no answer. */
const spoken: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

function messagesOf(room: Room, place: string): APIMessage[] {
  try {
    return room.scene.answers(place).filter(({ type }) => spoken.has(type));
  } catch {
    // No thread was opened at that message.
    return [];
  }
}

test(
  '500 messages by 40 members in 6 channels, with a kill in the middle: each question is answered once, no chatter is',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kutip-talk-'));
    const clock = createFakeClock(sceneStartMs);
    const discord = await startDiscord({
      now: () => clock.now(),
      extraChannels: [threads, discuss, everything, silent],
    });
    const storePath = path.join(folder, 'kutip.sqlite');
    const alive = mortal(clock);
    const first = await startKutip(discord, { storePath, schedule: alive });
    const room = new Room(discord, clock, sceneOf(discord, clock, first));
    await room.scene.configure({
      channels: {
        [at(room, asked)]: { mode: 'questions' },
        [at(room, threads)]: { mode: 'questions', answerIn: 'thread' },
        [at(room, mention)]: { mode: 'mention' },
        [at(room, discuss)]: { mode: 'mention', answerIn: 'thread' },
        [at(room, everything)]: { mode: 'all' },
      },
    });
    const acts = plan(room.dice);
    const half = Math.floor(acts.length / 2);
    await hold(room, { messages: messagesCount / 2, acts: acts.slice(0, half) });

    // A question is heard and claimed; before its author has paused, the process is gone.
    await room.say(
      'cut off by the kill',
      room.next(),
      at(room, asked),
      'Di mana superkomputer xAI dibangun?',
    );
    const voted = room.sent.find(({ kind }) => kind === 'by name')?.message.id ?? '';
    const vote = { value: 'down', reason: 'wrong-passage' } as const;
    const turn = await first.store.conversations.turnOfQuestion(voted);
    const question = turn && toKeptQuestion(turn);
    const ballot = { questionId: voted, memberId: discord.guest.id, vote, atMs: clock.now() };
    await first.store.guilds.vote({ ...ballot, ...(question && { question }) });
    const gapsBefore = (await first.store.guilds.gapQuestions(discord.guildId)).length;
    alive.kill();
    await first.bot.client.destroy();
    clock.moveTo(clock.now() + 5_000);
    const second = await startKutip(discord, { storePath, schedule: clock });
    room.scene = sceneOf(discord, clock, second);
    await room.scene.pass(pauseMs);
    expect((await second.store.guilds.gapQuestions(discord.guildId)).length).toBe(gapsBefore);
    expect(await second.store.guilds.voteOf(voted, discord.guest.id)).toEqual(vote);
    discord.duplicateEvents(200);
    await hold(room, { messages: messagesCount, acts: acts.slice(half) });

    const found = answersByQuestion(room);
    const counts = new Map<Kind, { sent: number; answered: number; twice: number }>();
    const wrong: string[] = [];
    for (const { kind, message } of room.sent) {
      const answers = found.get(message.id)?.length ?? 0;
      const count = counts.get(kind) ?? { sent: 0, answered: 0, twice: 0 };
      counts.set(kind, {
        sent: count.sent + 1,
        answered: count.answered + (answers > 0 ? 1 : 0),
        twice: count.twice + (answers > 1 ? 1 : 0),
      });
      const expected = answeredKinds.has(kind) ? 1 : 0;
      if (answers !== expected) wrong.push(`${kind}: ${answers} answers to "${message.content}"`);
    }
    report(room, counts);
    rmSync(folder, { recursive: true, force: true });
    expect(wrong).toEqual([]);
    expect(room.sent).toHaveLength(messagesCount);
    expect(found.get('nothing')).toBeUndefined();
    expect([...found.keys()].filter((id) => !room.sent.some(({ message }) => message.id === id))).toEqual([]);
    expect(second.logLines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(first.logText() + second.logText()).not.toMatch(/superkomputer|mabar/u);
  },
);

function report(
  room: Room,
  counts: ReadonlyMap<Kind, { sent: number; answered: number; twice: number }>,
): void {
  const minutes = Math.round((room.clock.now() - sceneStartMs) / 60_000);
  const lines = [...counts].map(
    ([kind, { sent, answered, twice }]) => `  ${kind}: ${sent} sent, ${answered} answered, ${twice} twice`,
  );
  process.stdout.write(
    `\nConversation: ${room.sent.length} messages by ${membersCount} members in 6 channels, ${minutes} minutes\n${lines.join('\n')}\n`,
  );
}

/** A clock's timers until they are killed, as those of a process are. */
function mortal(clock: FakeClock): FakeClock & { kill(): void } {
  let isDead = false;
  return {
    ...clock,
    after: (delayMs, run) =>
      clock.after(delayMs, () => {
        if (!isDead) run();
      }),
    kill: () => {
      isDead = true;
    },
  };
}
