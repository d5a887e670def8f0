/** Brings Discord's list of commands in line with ours and ends; starting the bot does the same. */
import { REST } from 'discord.js';
import { commands } from '../commands/index.ts';
import type { Config } from './config.ts';
import { fetchApplicationId, registerCommands } from './discord/register-commands.ts';
import { explainFailure } from './discord/startup-error.ts';
import { loadConfig } from './load-config.ts';
import { projectFolder } from './project-folder.ts';

/** As at the bot's start. */
const firstAnswerTimeoutMs = 6_000;

const read = await loadConfig({ env: process.env, folder: projectFolder, needsCorpus: false });
const problems = read.ok ? await register(read.config) : read.problems;
problems.forEach((problem) => process.stderr.write(`Kutip cannot register its commands: ${problem}\n`));
process.exitCode = problems.length === 0 ? 0 : 1;

/** Writes to Discord what differs and prints the counts; gives back what went wrong, mostly nothing. */
async function register({ discordToken, discordApi }: Config): Promise<string[]> {
  if (discordToken === undefined) {
    return ['DISCORD_TOKEN is not set; the playground registers its commands by itself.'];
  }
  const rest = new REST(discordApi === undefined ? {} : { api: discordApi }).setToken(discordToken);
  try {
    const applicationId = await fetchApplicationId(rest, AbortSignal.timeout(firstAnswerTimeoutMs));
    const bodies = commands.map(({ data }) => data);
    const { created, updated, deleted, unchanged } = await registerCommands({
      rest,
      applicationId,
      commands: bodies,
    });
    process.stdout.write(
      `Commands: ${created} created, ${updated} updated, ${deleted} deleted, ${unchanged} unchanged.\n`,
    );
    return [];
  } catch (error) {
    return [explainFailure(error, rest.options.api).message];
  }
}
