/**
 * Starts the local Discord: seeds its world, opens the one port that serves REST, gateway and
 * page, and hands out the people. It speaks Discord's protocol and knows nothing of any bot.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Locale } from 'discord-api-types/v10';
import { Gateway } from './gateway/gateway.ts';
import { createHttpServer } from './http-server.ts';
import type { Exchange, LocalDiscord, LocalDiscordOptions, Person } from './local-discord.ts';
import { createDeadlines } from './people/deadlines.ts';
import { createPerson } from './people/person.ts';
import { until } from './people/until.ts';
import { createFaults } from './rest/faults.ts';
import { createRateLimits } from './rest/rate-limits.ts';
import { createRouter } from './rest/router.ts';
import { allRoutes } from './rest/routes/all-routes.ts';
import { directChannelWith } from './world/direct-channels.ts';
import { addPerson, setOverwrite } from './world/membership.ts';
import { asWire } from './world/protocol.ts';
import { seedWorld } from './world/seed-world.ts';
import type { SeededWorld } from './world/seed-world.ts';
import type { World } from './world/world.ts';

const LOCALES: readonly string[] = Object.values(Locale);
const heartbeatIntervalMs = 41_250;
const untilTimeoutMs = 10_000;

/** @throws Error for an unknown locale; rejects where the port is taken. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const locale = readLocale(options.locale ?? Locale.Indonesian);
  const seeded = seedWorld({
    now: options.now ?? Date.now,
    locale,
    disallowedIntents: options.disallowedIntents ?? 0,
    botName: options.botName ?? 'Kutip',
  });
  const { world } = seeded;
  const running = await openServer(seeded, options);
  const { gateway, faults, exchanges } = running;
  const person = (id: string): Person => createPerson(world, running.deadlines, id);
  return {
    api: `${world.origin}/api`,
    token: world.bot.token,
    pageUrl: `${world.origin}/`,
    applicationId: world.bot.id,
    guildId: world.guildId,
    channels: channelIds(world),
    member: person(seeded.memberId),
    moderator: person(seeded.moderatorId),
    owner: person(seeded.ownerId),
    guest: person(seeded.guestId),
    addPerson({ username, moderator = false, locale: own }) {
      const roles = moderator ? [seeded.moderatorRoleId] : [];
      return person(
        addPerson(world, { username, roles, locale: own === undefined ? locale : readLocale(own) }),
      );
    },
    dmChannel: (personId) => directChannelWith(world, personId).id,
    inject: (fault) => faults.inject(fault),
    dropGateway: (code) => gateway.drop(code),
    duplicateEvents: (times) => gateway.duplicate(times),
    askToReconnect: () => gateway.askToReconnect(),
    setOverwrite: (channelId, targetId, overwrite) =>
      setOverwrite(world, { channelId, targetId, ...overwrite }),
    async until(probe, timeoutMs = untilTimeoutMs) {
      const value = await until(world, probe, timeoutMs);
      if (value !== undefined) return value;
      const why = world.events.isClosed ? 'before the local Discord was closed' : `within ${timeoutMs} ms`;
      throw new Error(`nothing of that kind happened ${why}`);
    },
    exchanges,
    clearExchanges: () => void exchanges.splice(0),
    close: () => running.close(),
  };
}

/** Opens the port with everything behind it, and gives what closes it again without a rest. */
async function openServer({ world, ...people }: SeededWorld, options: LocalDiscordOptions) {
  const closing = new AbortController();
  const deadlines = createDeadlines(world);
  const faults = createFaults();
  const exchanges: Exchange[] = [];
  const enforced = options.rateLimits ?? true;
  const gateway = new Gateway(world, {
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? heartbeatIntervalMs,
    limitIdentifies: enforced,
  });
  const limits = createRateLimits(enforced);
  const server = createHttpServer(
    { world, match: createRouter(allRoutes), limits, faults, exchanges, closing: closing.signal },
    {
      world,
      deadlines,
      documents: options.documents ?? [],
      firstPeople: [people.memberId, people.moderatorId, people.guestId, people.ownerId],
      isBotOnline: () => gateway.isOnline,
    },
    gateway,
  );
  await listen(server, options.port ?? 0);
  world.origin = `http://127.0.0.1:${asWire<AddressInfo>(server.address()).port}`;
  const close = async () => {
    world.events.emit({ type: 'closing' });
    closing.abort();
    deadlines.close();
    gateway.close();
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { gateway, deadlines, faults, exchanges, close };
}

function channelIds(world: World): Record<string, string> {
  return Object.fromEntries(
    [...world.channels.values()].flatMap((channel) =>
      'name' in channel ? [[channel.name, channel.id]] : [],
    ),
  );
}

function readLocale(text: string): Locale {
  if (!LOCALES.includes(text))
    throw new Error(`Discord knows no locale "${text}"; it knows ${LOCALES.join(', ')}`);
  return asWire<Locale>(text);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // This machine alone: nothing here is meant for the network.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
