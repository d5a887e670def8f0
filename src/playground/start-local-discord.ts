/**
 * Starts the local Discord: seeds its world, opens the one port that serves REST, gateway and
 * page, and hands out the people. It speaks Discord's protocol and knows nothing of any bot.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Locale } from 'discord-api-types/v10';
import { createGateway } from './gateway/gateway.ts';
import type { Exchange, LocalDiscord, LocalDiscordOptions, Person } from './local-discord.ts';
import { createDeadlines } from './people/deadlines.ts';
import { createPerson } from './people/person.ts';
import { until } from './people/until.ts';
import { createFaults } from './rest/faults.ts';
import { createRateLimits } from './rest/rate-limits.ts';
import { isRestPath, serveRest } from './rest/rest-server.ts';
import type { RestParts } from './rest/rest-server.ts';
import { createRouter } from './rest/router.ts';
import { allRoutes } from './rest/routes/all-routes.ts';
import { directChannelWith } from './world/direct-channels.ts';
import { addPerson, setOverwrite } from './world/membership.ts';
import { asWire } from './world/protocol.ts';
import { seedWorld } from './world/seed-world.ts';

const LOCALES: readonly string[] = Object.values(Locale);
const heartbeatIntervalMs = 41_250;
const untilTimeoutMs = 10_000;

/** @throws Error for an unknown locale; rejects where the port is taken. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const locale = readLocale(options.locale ?? Locale.Indonesian);
  const { world, memberId, moderatorId, ownerId, guestId, moderatorRoleId } = seedWorld({
    now: options.now ?? Date.now,
    locale,
    disallowedIntents: options.disallowedIntents ?? 0,
    botName: options.botName ?? 'Kutip',
  });
  const closing = new AbortController();
  const deadlines = createDeadlines(world);
  const faults = createFaults();
  const exchanges: Exchange[] = [];
  const enforced = options.rateLimits ?? true;
  const parts: RestParts = {
    world,
    match: createRouter(allRoutes),
    limits: createRateLimits(enforced),
    faults,
    exchanges,
    closing: closing.signal,
  };
  const gateway = createGateway(world, {
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? heartbeatIntervalMs,
    limitIdentifies: enforced,
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (isRestPath(url.pathname)) void serveRest(parts, request, response, url);
    else response.writeHead(404).end();
  });
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  await listen(server, options.port ?? 0);
  world.origin = `http://127.0.0.1:${asWire<AddressInfo>(server.address()).port}`;
  const person = (id: string): Person => createPerson(world, deadlines, id);

  return {
    api: `${world.origin}/api`,
    token: world.bot.token,
    pageUrl: `${world.origin}/`,
    applicationId: world.bot.id,
    guildId: world.guildId,
    channels: Object.fromEntries(
      [...world.channels.values()].flatMap((channel) =>
        'name' in channel ? [[channel.name, channel.id]] : [],
      ),
    ),
    member: person(memberId),
    moderator: person(moderatorId),
    owner: person(ownerId),
    guest: person(guestId),
    addPerson: ({ username, moderator = false, locale: spoken }) =>
      person(
        addPerson(world, {
          username,
          roles: moderator ? [moderatorRoleId] : [],
          locale: spoken === undefined ? locale : readLocale(spoken),
        }),
      ),
    dmChannel: (personId) => directChannelWith(world, personId).id,
    inject: (fault) => faults.inject(fault),
    dropGateway: (code) => gateway.drop(code),
    duplicateEvents: (times) => gateway.duplicate(times),
    askToReconnect: () => gateway.askToReconnect(),
    setOverwrite: (channelId, targetId, overwrite) =>
      setOverwrite(world, { channelId, targetId, ...overwrite }),
    async until(probe, timeoutMs = untilTimeoutMs) {
      const value = await until(world, probe, timeoutMs);
      if (value === undefined) throw new Error(`nothing of that kind happened within ${timeoutMs} ms`);
      return value;
    },
    exchanges,
    clearExchanges: () => void exchanges.splice(0),
    async close() {
      world.events.emit({ type: 'closing' });
      closing.abort();
      deadlines.close();
      gateway.close();
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function readLocale(text: string): Locale {
  if (!LOCALES.includes(text))
    throw new Error(`Discord knows no locale "${text}"; it knows ${LOCALES.join(', ')}`);
  return asWire<Locale>(text);
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // This machine alone: nothing here is meant for the network.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
