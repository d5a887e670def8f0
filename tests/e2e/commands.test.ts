import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { makeArticle } from '../discord/corpus.ts';
import { readMessage } from '../discord/read-markdown.ts';
import { buttonOf, channelOf, shippedArticle, startDiscord, startKutip, text } from './kutip.ts';

const question = text('question', 'Di mana superkomputer xAI dibangun?');

function isEphemeral(message: { flags?: number } | undefined): boolean {
  return ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

describe('/ask', () => {
  test('answers in the article’s words with their place, in the channel', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const { state, messages } = await discord.member.command(channel, 'ask', [question]);
    expect(state).toBe('replied');
    const content = messages[0]?.content ?? '';
    expect(content).toContain('Pertanyaan: Di mana superkomputer xAI dibangun?');
    expect(content).toMatch(/> .*Memphis/u);
    expect(content).toContain('paragraf 8, kalimat 2');
    const article = await shippedArticle();
    for (const part of readMessage(content).quotes.flatMap((quote) => quote.split('[…]'))) {
      expect(article.text).toContain(part.trim());
    }
    expect(discord.moderator.messages(channel)).toHaveLength(1);
  });

  test('is one request: nothing is announced that is answered at once', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    discord.clearExchanges();
    await discord.member.command(channelOf(discord), 'ask', [question]);
    expect(discord.exchanges.map(({ route }) => route)).toEqual([
      '/interactions/{interaction_id}/{interaction_token}/callback',
    ]);
  });

  test('answers privately when asked to', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const hidden = { name: 'private', type: 5, value: true };
    const { messages } = await discord.member.command(channel, 'ask', [question, hidden]);
    expect(isEphemeral(messages[0])).toBe(true);
    expect(discord.moderator.messages(channel)).toEqual([]);
  });

  test('speaks English to the others and leaves the quote in its language', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const { messages } = await discord.guest.command(channelOf(discord), 'ask', [question]);
    expect(messages[0]?.content).toMatch(
      /^Question: .*\n\*\*(?:The article answers|This may be the answer):/u,
    );
    expect(messages[0]?.content).toContain('tiga bulan');
    expect(messages[0]?.content).toContain('paragraph 8, sentence 2');
  });

  test('works in a DM with the bot and as a user-installed app', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const { member } = discord;
    for (const channel of [discord.dmChannel(member.id), channelOf(discord, 'Obrolan bertiga')]) {
      const { state, messages } = await member.command(channel, 'ask', [question]);
      expect([state, messages[0]?.content.includes('Memphis')]).toEqual(['replied', true]);
    }
  });

  test('says that the article does not say it, and shows the nearest without calling it an answer', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const asked = text('question', 'Berapa harga tiket konser Coldplay di Jakarta?');
    const { messages } = await discord.member.command(channelOf(discord), 'ask', [asked]);
    expect(messages[0]?.content).toContain('**Artikel tidak menyebutkannya.**');
    expect(readMessage(messages[0]?.content ?? '').quotes.join('')).not.toContain('**');
  });

  test('lets only the chosen article answer, by its suggestion', async () => {
    const discord = await startDiscord();
    const other = makeArticle([{ sentences: ['Superkomputer dibangun di Bandung oleh xAI.'] }], {
      id: `berkas dengan nama yang sangat panjang ${'x'.repeat(120)}`,
      title: 'Kabar *Bandung*',
    });
    await startKutip(discord, { articles: [await shippedArticle(), other] });
    const channel = channelOf(discord);
    const typed = await discord.member.autocomplete(channel, 'ask', [
      question,
      text('article', 'band', true),
    ]);
    expect(typed.choices?.map(({ name }) => name)).toEqual(['Kabar *Bandung*']);
    const chosen = text('article', String(typed.choices?.[0]?.value));
    const { messages } = await discord.member.command(channel, 'ask', [question, chosen]);
    expect(messages[0]?.content).toContain('Bandung');
    expect(messages[0]?.content).not.toContain('Memphis');
    const unknown = await discord.member.command(channel, 'ask', [question, text('article', 'tidak ada')]);
    expect(unknown.messages[0]?.content).toMatch(/^Artikel itu tidak ada\./u);
    // A slip is nobody else's business.
    expect(isEphemeral(unknown.messages[0])).toBe(true);
  });

  test('opens a quote in context for whoever clicks', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const { messages } = await discord.member.command(channel, 'ask', [question]);
    const [message] = messages;
    if (!message) {
      throw new Error('The bot answered');
    }
    const label = message.content.includes('**[2]**') ? 'Konteks [1]' : 'Lihat konteksnya';
    const context = await discord.moderator.click(message, buttonOf(message, label));
    const content = context.messages[0]?.content ?? '';
    expect(isEphemeral(context.messages[0])).toBe(true);
    expect(content).toMatch(/paragraf 7\n> .*\n\*\*paragraf 8\*\*\n> .*Memphis.*\nparagraf 9\n> /u);
  });

  test('shows more passages, and further ones from there', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const asked = text('question', 'Apa yang dikatakan Babuschkin tentang xAI dan Elon Musk?');
    const { messages } = await discord.member.command(channelOf(discord), 'ask', [asked]);
    const [message] = messages;
    if (!message) {
      throw new Error('The bot answered');
    }
    const more = await discord.member.click(message, buttonOf(message, 'Lainnya'));
    expect(isEphemeral(more.messages[0])).toBe(true);
    expect(more.messages[0]?.content).toMatch(/^\*\*Bagian lain yang mungkin terkait:\*\*\n> /u);
    const shown = message.content.match(/^\*\*\[\d\]\*\*/gmu)?.length ?? 0;
    expect(more.messages[0]?.content).toContain(`**[${shown + 1}]**`);
  });
});

describe('/search', () => {
  test('turns pages for whoever ran it, and gives others a page of their own', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const { messages } = await discord.member.command(channel, 'search', [text('terms', 'xAI Babuschkin')]);
    const [first] = messages;
    if (!first) {
      throw new Error('The bot answered');
    }
    expect(first.content).toContain('Halaman 1 dari');
    const next = buttonOf(first, 'Berikutnya');
    const foreign = await discord.moderator.click(first, next);
    expect(isEphemeral(foreign.messages[0])).toBe(true);
    expect(foreign.messages[0]?.content).toContain('Halaman 2 dari');
    expect(discord.member.messages(channel).map(({ content }) => content)).toEqual([first.content]);
    const own = await discord.member.click(first, next);
    expect(own.state).toBe('updated');
    const [turned] = discord.member.messages(channel);
    expect(turned?.content).toContain('Halaman 2 dari');
    const back = await discord.member.click(turned ?? first, buttonOf(turned, 'Sebelumnya'));
    expect(back.state).toBe('updated');
    expect(discord.member.messages(channel)[0]?.content).toBe(first.content);
  });

  test('says when nothing holds the words', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const { messages } = await discord.guest.command(channelOf(discord), 'search', [text('terms', 'zzzqqq')]);
    expect(messages[0]?.content).toMatch(/^No passage of any article holds “zzzqqq”\./u);
  });
});

describe('the other commands', () => {
  test('/passage searches while one types and opens the chosen place', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const typed = await discord.member.autocomplete(channel, 'passage', [text('words', 'turbin ga', true)]);
    expect(typed.choices?.[0]?.name).toMatch(/^paragraf 9: xAI mampu membangun/u);
    const value = String(typed.choices?.[0]?.value);
    const { messages } = await discord.member.command(channel, 'passage', [text('words', value)]);
    expect(messages[0]?.content).toMatch(/\*\*paragraf 9\*\*\n> xAI mampu/u);
    const free = await discord.member.command(channel, 'passage', [text('words', 'turbin gas')]);
    expect(free.messages[0]?.content).toBe(messages[0]?.content);
    const empty = await discord.member.autocomplete(channel, 'passage', [text('words', '', true)]);
    expect(empty.choices?.length).toBeGreaterThan(5);
  });

  test('/article lists and shows', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const list = await discord.member.command(channel, 'article', [{ name: 'list', type: 1 }]);
    expect(list.messages[0]?.content).toContain('1 artikel yang bisa kamu tanyakan:');
    expect(list.messages[0]?.content).toContain('Igor Babuschkin Tinggalkan xAI');
    const show = { name: 'show', type: 1, options: [text('article', 'Igor Babuschkin Tinggalkan xAI')] };
    const shown = await discord.guest.command(channel, 'article', [show]);
    expect(shown.messages[0]?.content).toContain('Language: Indonesian');
  });

  test('/help is for its reader alone', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const { messages } = await discord.member.command(channelOf(discord), 'help');
    expect(isEphemeral(messages[0])).toBe(true);
    expect(messages[0]?.content).toContain('`/tanya`');
  });

  test('*Ask the article* takes a message’s text as the question', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const message = await discord.member.send(channel, 'loh superkomputernya dibangun di mana sih?');
    const { messages } = await discord.moderator.messageCommand(channel, 'Ask the article', message.id);
    expect(messages[0]?.content).toContain('Memphis');
    const [own] = messages;
    if (!own) {
      throw new Error('The bot answered');
    }
    const refused = await discord.guest.messageCommand(channel, 'Ask the article', own.id);
    expect(refused.messages[0]?.content).toMatch(/^That message is Kutip’s own\./u);
    expect(isEphemeral(refused.messages[0])).toBe(true);
    const empty = await discord.member.send(channel, '<@123456789012345678>');
    const answer = await discord.moderator.messageCommand(channel, 'Ask the article', empty.id);
    expect(answer.messages[0]?.content).toBe('Pesan itu tidak berisi teks yang bisa ditanyakan.');
  });
});
