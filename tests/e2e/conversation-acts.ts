/** What happens in the half hour: the room it happens in, the acts, and their order. */
import type { APIMessage } from 'discord-api-types/v10';
import type { LocalDiscord, Person } from '../../src/playground/local-discord.ts';
import type { FakeClock } from '../fakes/clock.ts';
import { pauseMs, type Scene } from './channel-scene.ts';
import {
  bursts,
  chatter,
  createDice,
  followUps,
  questions,
  smallTalk,
  threadTalk,
  unanswerable,
} from './conversation-script.ts';
import { channelOf } from './kutip.ts';

export const membersCount = 40;

export type Kind =
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
  | 'small talk in thread'
  | 'follow-up under the answer'
  | 'after a moderator'
  | 'moderator'
  | 'off channel'
  | 'edited'
  | 'deleted'
  | 'cut off by the kill';

export const answeredKinds: ReadonlySet<Kind> = new Set<Kind>([
  'overheard, sure',
  'everything, question',
  'by name',
  'reply to the bot',
  'burst, last',
  'follow-up in thread',
  'follow-up under the answer',
  'edited',
  'cut off by the kill',
]);

export interface Sent {
  readonly kind: Kind;
  readonly message: APIMessage;
}

/** One conversation being held: who is there, what was sent, and the bot, which may be replaced. */
export class Room {
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

export type Act = (room: Room) => Promise<void>;

export const asked = 'tanya-artikel';
export const threads = 'tanya-utas';
export const mention = 'umum';
export const discuss = 'diskusi';
export const everything = 'ruang-semua';
export const silent = 'bebas';

export const at = (room: Room, name: string) => channelOf(room.discord, name);

export const chat: Act = async (room) => {
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
  const message = await room.say(
    'edited',
    person,
    channel,
    'Berapa bulan superkomputer di Memphis dibangun?',
  );
  await room.scene.pass(pauseMs * 2);
  await room.scene.edit(person, channel, message.id, 'xAI membangun superkomputer di kota mana?');
};
const deleted: Act = async (room) => {
  const [person, channel] = [room.next(), at(room, asked)];
  const message = await room.say('deleted', person, channel, 'Apa skandal Grok?');
  // Half of them before the bot has answered.
  if (room.dice(2) === 0) await room.scene.pass(pauseMs * 2);
  await room.scene.remove(person, channel, message.id);
};
const threadConversation: Act = async (room) => {
  const person = room.next();
  const opening = await room.say('overheard, sure', person, at(room, threads), room.pick(questions));
  await room.scene.pass(pauseMs * 4);
  for (const said of [room.pick(followUps), `${room.mention} ${room.pick(followUps)}`]) {
    await room.say('follow-up in thread', person, opening.id, said);
    await room.scene.pass(pauseMs * 4);
  }
  await room.say('small talk in thread', room.next(), opening.id, room.pick(threadTalk));
  await room.scene.pass(pauseMs);
};
const goingOn: Act = async (room) => {
  const [person, channel] = [room.next(), at(room, asked)];
  await room.say('overheard, sure', person, channel, 'xAI membangun superkomputer di kota mana?');
  await room.scene.pass(pauseMs * 4);
  await room.say('follow-up under the answer', person, channel, 'berapa lama?');
  await room.scene.pass(pauseMs * 4);
};
const steppedIn: Act = async (room) => {
  const person = room.next();
  const opening = await room.say('overheard, sure', person, at(room, threads), room.pick(questions));
  await room.scene.pass(pauseMs * 4);
  await room.say('moderator', room.discord.moderator, opening.id, 'aku jelasin langsung aja ya di sini');
  await room.scene.pass(pauseMs * 4);
  await room.say('after a moderator', person, opening.id, 'Berapa bulan superkomputer di Memphis dibangun?');
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
export function plan(dice: (bound: number) => number): Act[] {
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
    [threadConversation, 7],
    [goingOn, 5],
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
