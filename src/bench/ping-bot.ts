/**
 * What Kutip is measured against: the least a discord.js bot can do. One command, `/ping`, answered
 * at once with a constant. Reads DISCORD_TOKEN and DISCORD_API, as Kutip does.
 */
import { Client, Events, GatewayIntentBits } from 'discord.js';

const { DISCORD_TOKEN, DISCORD_API } = process.env;
if (DISCORD_TOKEN === undefined || DISCORD_API === undefined) {
  throw new Error('the ping bot wants DISCORD_TOKEN and DISCORD_API');
}

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API } });

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply('Pong!');
});
client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set([{ name: 'ping', description: 'Answers at once' }]);
  process.stdout.write('ready\n');
});
process.once('SIGTERM', () => void client.destroy());

await client.login(DISCORD_TOKEN);
