/** *Why this passage?* in an answer's menu: for moderators alone, in private, and after a restart. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messageLengthMax } from '../../src/discord/limits.ts';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { channelOf, startDiscord, startKutip, text } from './kutip.ts';

const command = 'Why this passage';
const isPrivate = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds;

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kutip-why-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function ask(discord: LocalDiscord, question: string): Promise<APIMessage> {
  const asked = await discord.member.command(channelOf(discord), 'ask', [text('question', question)]);
  const [answer] = asked.messages;
  if (answer === undefined) throw new Error('The bot answered');
  return answer;
}

async function why(discord: LocalDiscord, answer: APIMessage): Promise<readonly APIMessage[]> {
  const { messages } = await discord.moderator.messageCommand(channelOf(discord), command, answer.id);
  return messages;
}

describe('why this passage', () => {
  test('is told to a moderator in private, after a restart, too', async () => {
    const discord = await startDiscord();
    const storePath = path.join(folder, 'kutip.db');
    const first = await startKutip(discord, { storePath });
    const answer = await ask(discord, 'Di mana superkomputer xAI dibangun bersama Toyota?');
    await first.bot.stop();
    await first.store.close();
    await startKutip(discord, { storePath });
    const [told] = await why(discord, answer);
    expect(told?.flags).toBe(isPrivate);
    expect(told?.content).toContain('Pertanyaan: Di mana superkomputer xAI dibangun bersama Toyota?');
    expect(told?.content).toContain('Yang dicari: tempat');
    expect(told?.content).toMatch(
      /(?:Dipilih|Terdekat): paragraf 8, kalimat 2\n• Memuat: superkomputer, xai, dibangun/,
    );
    expect(told?.content).toContain('• Tidak ada di artikel mana pun: toyota');
    expect(told?.content).toMatch(/Keyakinan 0,\d\d/);
    expect(told?.content.length).toBeLessThanOrEqual(messageLengthMax);
  });

  test('names the earlier question that a follow-up was understood by', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    await ask(discord, 'Di mana superkomputer xAI dibangun?');
    const answer = await ask(discord, 'terus berapa lama?');
    const [told] = await why(discord, answer);
    expect(told?.content).toContain('Dianggap pertanyaan lanjutan');
  });

  test('stands in the menu of those alone who may manage messages', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const answer = await ask(discord, 'Di mana superkomputer xAI dibangun?');
    expect(JSON.stringify(answer.components)).not.toContain('Kenapa');
    await expect(discord.member.messageCommand(channelOf(discord), command, answer.id)).rejects.toThrow();
  });

  test('says where it is no answer, and where its question is not stored any more', async () => {
    const discord = await startDiscord();
    const first = await startKutip(discord);
    const answer = await ask(discord, 'Di mana superkomputer xAI dibangun?');
    const message = await discord.member.send(channelOf(discord, 'umum'), 'Kapan bukunya tiba?');
    const asked = await discord.moderator.messageCommand(channelOf(discord, 'umum'), command, message.id);
    expect(asked.messages[0]).toMatchObject({
      content: 'Pesan itu bukan jawaban atas pertanyaan. Pilih salah satu jawaban Kutip.',
      flags: isPrivate,
    });
    await first.bot.stop();
    await startKutip(discord);
    const [late] = await why(discord, answer);
    expect(late?.content).toMatch(/^Pertanyaan ini sudah tidak tersimpan/u);
  });
});
