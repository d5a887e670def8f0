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
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { pauseMs, sceneOf, sceneStartMs } from './channel-scene.ts';
import {
  answeredKinds,
  asked,
  at,
  chat,
  discuss,
  everything,
  membersCount,
  mention,
  plan,
  Room,
  silent,
  threads,
  type Act,
  type Kind,
} from './conversation-acts.ts';
import { startDiscord, startKutip } from './kutip.ts';

const messagesCount = 500;
const lengthMs = 30 * 60_000;

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
      'xAI membangun superkomputer di kota mana?',
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
