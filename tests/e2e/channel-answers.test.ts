import { PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { pauseMs, startScene, type Scene } from './channel-scene.ts';
import { channelOf } from './kutip.ts';

const sure = 'xAI membangun superkomputer di kota mana?';

async function questionScene(answerIn: 'reply' | 'thread' = 'reply'): Promise<Scene & { channel: string }> {
  const scene = await startScene();
  const channel = channelOf(scene.discord);
  await scene.configure({ channels: { [channel]: { mode: 'questions', answerIn } } });
  return { ...scene, channel };
}

function contents(messages: readonly APIMessage[]): string[] {
  return messages.map(({ content }) => content);
}

function roleOf({ kutip, discord }: Scene, name: string): string {
  const roles = kutip.bot.client.guilds.cache.get(discord.guildId)?.roles.cache;
  const role = roles?.find((each) => each.name === name);
  if (role === undefined) throw new Error(`There is no role ${name}`);
  return role.id;
}

describe('a question channel', () => {
  test('answers a question as a reply, and leaves chatter alone', async () => {
    const scene = await questionScene();
    const { discord, channel } = scene;
    await scene.say(discord.member, channel, 'wkwk pagi semua');
    await scene.pass(pauseMs);
    const question = await scene.say(discord.member, channel, sure);
    await scene.pass(pauseMs);
    const answers = scene.answers(channel);
    expect(contents(answers)).toEqual([expect.stringMatching(/Memphis/u)]);
    expect(answers[0]?.message_reference?.message_id).toBe(question.id);
    expect(answers[0]?.content).not.toContain('Pertanyaan:');
  });

  test('answers once what is said in several messages', async () => {
    const scene = await questionScene();
    const { discord, channel } = scene;
    await scene.say(discord.member, channel, 'min mau nanya');
    await scene.pass(800);
    await scene.say(discord.member, channel, 'superkomputer xAI itu');
    await scene.pass(800);
    const last = await scene.say(discord.member, channel, 'dibangun di kota mana?');
    await scene.pass(10_000);
    const answers = scene.answers(channel);
    expect(contents(answers)).toEqual([expect.stringMatching(/Memphis/u)]);
    expect(answers[0]?.message_reference?.message_id).toBe(last.id);
  });

  test('keeps an overheard question as a gap only where the articles have a word of it', async () => {
    const scene = await questionScene();
    const { discord, channel, kutip } = scene;
    for (const said of [
      'Berapa gaji Igor di OpenAI per bulan?',
      'Berapa harga tiket konser Coldplay?',
      'mau pesan kopi apa?',
    ]) {
      await scene.say(discord.member, channel, said);
      await scene.pass(10_000);
    }
    expect(scene.answers(channel)).toEqual([]);
    const kept = await kutip.store.guilds.gapQuestions(discord.guildId);
    expect(kept.map(({ text: words }) => words)).toEqual(['Berapa gaji Igor di OpenAI per bulan?']);
  });

  test('opens a thread named after the question where it is set so, and goes on there', async () => {
    const scene = await questionScene('thread');
    const { discord, channel } = scene;
    const question = await scene.say(discord.member, channel, sure);
    await scene.pass(pauseMs);
    expect(scene.answers(channel)).toEqual([]);
    expect(contents(scene.answers(question.id))).toEqual([expect.stringMatching(/Memphis/u)]);
    await scene.pass(10_000);
    await scene.say(discord.member, question.id, 'kapan itu?');
    await scene.pass(pauseMs);
    expect(scene.answers(question.id)).toHaveLength(2);
  });

  test('follows an edit within two minutes and a deletion', async () => {
    const scene = await questionScene();
    const { discord, channel } = scene;
    const question = await scene.say(
      discord.member,
      channel,
      'Berapa bulan superkomputer di Memphis dibangun?',
    );
    await scene.pass(pauseMs);
    expect(scene.answers(channel)).toHaveLength(1);
    await scene.edit(discord.member, channel, question.id, sure);
    expect(contents(scene.answers(channel))).toEqual([expect.stringMatching(/Memphis/u)]);
    await scene.pass(120_000);
    await scene.edit(discord.member, channel, question.id, 'Berapa bulan superkomputer di Memphis dibangun?');
    expect(contents(scene.answers(channel))).toEqual([expect.stringMatching(/Memphis/u)]);
    await scene.remove(discord.member, channel, question.id);
    expect(scene.answers(channel)).toEqual([]);
  });

  test('goes on right under its answer without a reply, until somebody else speaks', async () => {
    const scene = await questionScene();
    const { discord, channel } = scene;
    await scene.say(discord.member, channel, sure);
    await scene.pass(10_000);
    await scene.say(discord.member, channel, 'berapa lama?');
    await scene.pass(10_000);
    expect(contents(scene.answers(channel))).toEqual([
      expect.stringMatching(/Memphis/u),
      expect.stringMatching(/tiga bulan/u),
    ]);
    await scene.say(discord.guest, channel, 'wah lama juga ya');
    await scene.say(discord.member, channel, 'kenapa?');
    await scene.pass(10_000);
    expect(scene.answers(channel)).toHaveLength(2);
  });

  test('says in its thread that the article does not say it, and stays out of small talk there', async () => {
    const scene = await questionScene('thread');
    const { discord, channel } = scene;
    const question = await scene.say(discord.member, channel, sure);
    await scene.pass(10_000);
    for (const said of ['udah makan belum?', 'kamu di mana?', 'makasih ya']) {
      await scene.say(discord.guest, question.id, said);
      await scene.pass(10_000);
    }
    expect(scene.answers(question.id)).toHaveLength(1);
    await scene.say(discord.member, question.id, 'sejak itu gimana?');
    await scene.pass(10_000);
    expect(scene.answers(question.id)).toHaveLength(2);
  });

  test.for<[string, (scene: Scene) => string, number]>([
    ['its own role', (scene) => `<@&${roleOf(scene, 'Kutip')}> ${sure}`, 1],
    ['its name typed as text', () => `@kutip, ${sure}`, 1],
    ['another role', (scene) => `<@&${roleOf(scene, 'Moderator')}> ${sure}`, 0],
    ['somebody by a name typed as text', () => `@Budi ${sure}`, 0],
    ['a name that it asks about', () => 'superkomputer @xAI dibangun di kota mana?', 1],
  ])('knows whom a message speaks to that mentions %s', async ([, words, count]) => {
    const scene = await questionScene();
    const { discord, channel } = scene;
    await scene.say(discord.member, channel, words(scene));
    await scene.pass(pauseMs);
    expect(scene.answers(channel)).toHaveLength(count);
  });

  test('tells whoever names it and asks nothing how to ask, once and in no thread', async () => {
    const scene = await questionScene('thread');
    const { discord, channel, kutip } = scene;
    const named = `<@${kutip.bot.client.user?.id}>`;
    const message = await scene.say(discord.member, channel, named);
    await scene.pass(10_000);
    const [greeting, ...further] = scene.answers(channel);
    expect(further).toEqual([]);
    expect(greeting?.content).toMatch(/^Hai!.*`\/tanya`/u);
    expect(greeting?.message_reference?.message_id).toBe(message.id);
  });

  test('hears a bare name and the question right after it as one', async () => {
    const scene = await questionScene();
    const { discord, channel, kutip } = scene;
    await scene.say(discord.member, channel, `<@${kutip.bot.client.user?.id}>`);
    await scene.pass(800);
    await scene.say(discord.member, channel, 'superkomputer `xAI` dibangun di kota mana?');
    await scene.pass(10_000);
    expect(contents(scene.answers(channel))).toEqual([expect.stringMatching(/Memphis/u)]);
  });

  test('takes an answer back from a thread that was archived since', async () => {
    const scene = await questionScene('thread');
    const { discord, channel, kutip } = scene;
    const question = await scene.say(discord.member, channel, sure);
    await scene.pass(pauseMs);
    const thread = await kutip.bot.client.channels.fetch(question.id);
    if (thread?.isThread() !== true) throw new Error('it has opened a thread');
    await thread.setArchived(true);
    await scene.remove(discord.member, channel, question.id);
    expect(scene.answers(question.id)).toEqual([]);
    expect(thread.archived).toBe(true);
  });

  test('is silent where it may not speak', async () => {
    const scene = await questionScene();
    const { discord, channel } = scene;
    await scene.forbid(channel, P.SendMessages);
    await scene.say(discord.member, channel, sure);
    await scene.pass(pauseMs);
    expect(scene.answers(channel)).toEqual([]);
  });
});
