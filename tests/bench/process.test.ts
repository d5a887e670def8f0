import { expect, test } from 'vitest';
import { startProgram } from '../../src/bench/process.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';

test('a program that ends at once is told with what it wrote', async () => {
  const program = startProgram('src/bench/ping-bot.ts', {
    DISCORD_TOKEN: 'rahasia',
    DISCORD_API: 'no address',
  });
  await expect(program.until(/ready/u, 15_000)).rejects.toThrow(/ping-bot\.ts ended with 1:\n[^]*Error/u);
  await program.stop();
});

test('the bare bot answers /ping in the local Discord and stops when it is asked to', async () => {
  const discord = await startLocalDiscord({ rateLimits: false });
  const program = startProgram('src/bench/ping-bot.ts', {
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
  });
  try {
    await discord.until(() => discord.exchanges.find(({ path }) => path.endsWith('/commands')), 15_000);
    const outcome = await discord.member.command(Object.values(discord.channels)[0] ?? '', 'ping');
    expect(outcome).toMatchObject({ state: 'replied', messages: [{ content: 'Pong!' }] });
  } finally {
    await program.stop();
    await discord.close();
  }
});
