import { ComponentType, PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { describePrivacy } from '../../src/guilds/privacy.ts';
import type { InteractionOutcome } from '../../src/playground/local-discord.ts';
import type { PageOption } from '../../src/playground/page-protocol.ts';
import { pauseMs, startScene } from './channel-scene.ts';
import { buttonOf, channelOf, text } from './kutip.ts';

function only(outcome: InteractionOutcome): APIMessage {
  const [message] = outcome.messages;
  if (!message || outcome.messages.length > 1) throw new Error(`One message, not ${outcome.messages.length}`);
  return message;
}

/** The custom ID of the select whose ID holds that part. */
function selectOf(message: APIMessage, part: string): string {
  const ids = (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((each) =>
          each.type !== ComponentType.Button && 'custom_id' in each ? [each.custom_id] : [],
        )
      : [],
  );
  const found = ids.find((id) => id.includes(part));
  if (found === undefined) throw new Error(`There is no select ${part} among ${ids.join(', ')}`);
  return found;
}

function optionsOf(message: APIMessage, part: string): { label: string; value: string }[] {
  return (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((each) =>
          each.type === ComponentType.StringSelect && each.custom_id.includes(part) ? each.options : [],
        )
      : [],
  );
}

const sub = (name: string, options: PageOption[] = []): PageOption[] => [{ name, type: 1, options }];

describe('/settings', () => {
  test('sets a question channel with real selects, effective with the next message', async () => {
    const scene = await startScene();
    const { discord } = scene;
    const channel = channelOf(discord);
    const opened = only(await discord.owner.command(channel, 'settings', sub('channel')));
    expect(opened.content).toContain(`<#${channel}>`);
    const other = channelOf(discord, 'umum');
    const looked = await discord.owner.select(opened, selectOf(opened, ':channel:'), [other]);
    expect(looked.state).toBe('updated');
    const panel = only(looked);
    expect(panel.content).toContain(`<#${other}>`);
    const saved = only(await discord.owner.select(panel, selectOf(panel, ':mode:'), ['questions']));
    expect(saved.content).toMatch(/^✅/u);
    await scene.say(discord.member, other, 'xAI membangun superkomputer di kota mana?');
    await scene.pass(pauseMs);
    expect(scene.answers(other)).toHaveLength(1);
    const shown = only(await discord.owner.command(channel, 'settings', sub('show')));
    expect(shown.content).toContain(`• <#${other}>: pertanyaan`);
  });

  test('refuses a channel where the bot may not speak, and says what to grant', async () => {
    const scene = await startScene();
    const { discord } = scene;
    const channel = channelOf(discord);
    await scene.forbid(channel, P.SendMessages | P.ReadMessageHistory);
    const panel = only(await discord.owner.command(channel, 'settings', sub('channel')));
    const refused = await discord.owner.select(panel, selectOf(panel, ':mode:'), ['mention']);
    const said = refused.messages.at(-1)?.content ?? '';
    expect(said).toContain('Send Messages');
    expect(said).toContain('Read Message History');
    expect((await scene.kutip.store.guilds.settings(discord.guildId)).revision).toBe(0);
  });

  test('is checked again on the command and on every select', async () => {
    const scene = await startScene();
    const { discord } = scene;
    const channel = channelOf(discord);
    await expect(discord.member.command(channel, 'settings', sub('show'))).rejects.toThrow();
    const panel = only(await discord.owner.command(channel, 'settings', sub('language')));
    await expect(discord.member.select(panel, selectOf(panel, ':language:'), ['en'])).rejects.toThrow();
  });

  test('switches the digest on with its channel, and not without one', async () => {
    const scene = await startScene();
    const { discord } = scene;
    const channel = channelOf(discord);
    const panel = only(await discord.owner.command(channel, 'settings', sub('digest')));
    const without = await discord.owner.select(panel, selectOf(panel, ':digest:'), ['on']);
    expect(without.messages.at(-1)?.content).toContain('Pilih kanalnya dulu');
    const chosen = only(await discord.owner.select(panel, selectOf(panel, ':digest-channel:'), [channel]));
    expect(chosen.content).toMatch(/^✅/u);
    const shown = only(await discord.owner.command(channel, 'settings', sub('show')));
    expect(shown.content).toContain(`<#${channel}>`);
  });

  test('takes numbers within their bounds alone', async () => {
    const scene = await startScene();
    const { discord } = scene;
    const channel = channelOf(discord);
    const days = (value: number) => sub('retention', [{ name: 'days', type: 4, value }]);
    expect(only(await discord.owner.command(channel, 'settings', days(7))).content).toContain('7 hari');
    expect(only(await discord.owner.command(channel, 'settings', days(366))).content).toContain(
      '1 sampai 365',
    );
    const zone = sub('time-zone', [text('zone', 'Mars/Olympus')]);
    expect(only(await discord.owner.command(channel, 'settings', zone)).content).toContain('Asia/Jakarta');
    expect((await scene.kutip.store.guilds.settings(discord.guildId)).settings.retentionDays).toBe(7);
  });
});

describe('votes', () => {
  test('count once per member, can be changed, and take a reason', async () => {
    const scene = await startScene();
    const { discord, kutip } = scene;
    const channel = channelOf(discord);
    const question = text('question', 'xAI membangun superkomputer di kota mana?');
    const asked = await discord.member.command(channel, 'ask', [question]);
    const answer = only(asked);
    const up = await discord.guest.click(answer, buttonOf(answer, '👍'));
    expect(only(up).content).toContain('👍');
    await discord.guest.click(answer, buttonOf(answer, '👍'));
    const down = only(await discord.guest.click(answer, buttonOf(answer, '👎')));
    const thanks = await discord.guest.select(down, selectOf(down, ':r:'), ['wrong-passage']);
    expect(only(thanks).content).toContain('wrong passage');
    await discord.member.click(answer, buttonOf(answer, '👍'));
    expect(await kutip.store.guilds.votesOn(asked.id)).toEqual({
      up: 1,
      down: 1,
      reasons: { 'wrong-passage': 1, 'not-what-i-asked': 0, 'cut-out-of-context': 0 },
    });
    const gaps = only(await discord.moderator.command(channel, 'gaps'));
    expect(gaps.content).toContain('bagian yang salah: 1');
    const votes = only(await discord.moderator.command(channel, 'gaps', [text('show', 'votes')]));
    expect(votes.content).toContain('👍 1 👎 1');
    expect(kutip.logText()).not.toContain('superkomputer');
  });
});

describe('/gaps', () => {
  test('teaches a passage that is then found for other words, until it is undone', async () => {
    const scene = await startScene();
    const { discord } = scene;
    const channel = channelOf(discord);
    await scene.configure({ channels: { [channel]: { mode: 'questions' } }, memberCooldownSeconds: 0 });
    const ask = async (words: string) =>
      only(await discord.member.command(channel, 'ask', [text('question', words)])).content;
    const tegmark = /Max Tegmark/u;
    expect(await ask('Teman ngobrol futsal Igor siapa?')).not.toMatch(/^\*\*Artikel menjawab/mu);
    const list = only(await discord.moderator.command(channel, 'gaps'));
    expect(list.content).toContain('futsal');
    const [gap] = optionsOf(list, ':show:');
    const detail = only(await discord.moderator.select(list, selectOf(list, ':show:'), [gap?.value ?? '']));
    // Whatever little is found: the whole of a short article can be chosen from.
    expect(optionsOf(detail, ':teach:').map(({ label }) => label)).toContainEqual(
      expect.stringContaining('terinspirasi'),
    );
    const dialog = await discord.moderator.click(detail, buttonOf(detail, 'Cari bagian…'));
    expect(dialog.state).toBe('modal');
    const searched = only(await discord.moderator.submit(dialog, { text: 'makan malam Tegmark' }));
    expect(searched.content).toContain('“makan malam Tegmark”');
    expect(searched.content).not.toMatch(/^>/mu);
    const passage = optionsOf(searched, ':teach:').find(({ label }) => label.includes('terinspirasi'));
    const taught = only(
      await discord.moderator.select(searched, selectOf(searched, ':teach:'), [passage?.value ?? '']),
    );
    expect(taught.content).toMatch(/^✅ Diajarkan/u);
    expect(taught.content).toMatch(tegmark);
    expect(await ask('siapa sih teman futsal Igor itu?')).toMatch(
      /\*\*Artikel menjawab:\*\*\n>[^\n]*Max Tegmark/u,
    );
    expect(only(await discord.moderator.command(channel, 'gaps')).content).not.toContain('futsal');
    const undone = only(await discord.moderator.click(taught, buttonOf(taught, 'Urungkan')));
    expect(undone.content).toMatch(/^✅ Diurungkan/u);
    expect(await ask('siapa sih teman futsal Igor itu?')).not.toMatch(/^\*\*Artikel menjawab/mu);
  });

  test('dismisses a question and undoes it from the list of decisions', async () => {
    const scene = await startScene();
    const { discord } = scene;
    const channel = channelOf(discord);
    await discord.member.command(channel, 'ask', [text('question', 'Berapa harga tiket konser Coldplay?')]);
    const list = only(await discord.moderator.command(channel, 'gaps'));
    const [gap] = optionsOf(list, ':show:');
    const detail = only(await discord.moderator.select(list, selectOf(list, ':show:'), [gap?.value ?? '']));
    const dismissed = only(await discord.moderator.click(detail, buttonOf(detail, 'Sisihkan')));
    expect(dismissed.content).toContain('Disisihkan');
    const decided = only(await discord.moderator.command(channel, 'gaps', [text('show', 'decided')]));
    const [decision] = optionsOf(decided, ':undo:');
    const undone = await discord.moderator.select(decided, selectOf(decided, ':undo:'), [
      decision?.value ?? '',
    ]);
    expect(only(undone).content).toContain('Coldplay');
  });

  test('is for moderators alone', async () => {
    const scene = await startScene();
    const channel = channelOf(scene.discord);
    await expect(scene.discord.member.command(channel, 'gaps')).rejects.toThrow();
  });
});

describe('privacy', () => {
  test.for(['member', 'guest'] as const)(
    'says everything that is stored, on as many pages as it takes: %s',
    async (who) => {
      const { discord } = await startScene();
      const language = who === 'guest' ? 'en' : 'id';
      let page = only(await discord[who].command(channelOf(discord), 'privacy'));
      let said = page.content;
      const next = textsFor(language).nextButton;
      while (JSON.stringify(page.components).includes(`"${next}"`)) {
        page = only(await discord[who].click(page, buttonOf(page, next)));
        said += page.content;
      }
      for (const line of describePrivacy(language, 30)) {
        expect(said).toContain(`**${line.what}** – ${line.why}`);
        expect(said).toContain(line.kept);
      }
    },
  );

  test('/forget-me deletes a member’s traces after asking', async () => {
    const scene = await startScene();
    const { discord, kutip } = scene;
    const channel = channelOf(discord);
    await discord.member.command(channel, 'ask', [text('question', 'Berapa harga tiket konser Coldplay?')]);
    const asked = only(await discord.member.command(channel, 'forget-me'));
    const kept = only(await discord.member.click(asked, buttonOf(asked, 'Biarkan')));
    expect(kept.content).toContain('Tidak ada yang dihapus');
    expect(await kutip.store.guilds.gapQuestions(discord.guildId)).toHaveLength(1);
    const again = only(await discord.member.command(channel, 'forget-me'));
    const done = only(await discord.member.click(again, buttonOf(again, 'Hapus semuanya')));
    expect(done.content).toContain('catatan milikmu dihapus');
    expect(await kutip.store.guilds.gapQuestions(discord.guildId)).toEqual([]);
  });
});
