import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayIntentBits as I, GatewayVersion } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { toGuildCreate, toOwnUser, toApplication } from '../world/wire-objects.ts';
import type { World } from '../world/world.ts';
import { closeCode, GatewayConnection, op } from './connection.ts';
import type { GatewayDesk } from './connection.ts';
import { toDispatches } from './dispatches.ts';
import type { Dispatch } from './dispatches.ts';
import { createMemberRequests } from './member-requests.ts';
import { GatewaySession, sendFrame } from './session.ts';

const KNOWN_INTENTS = Object.values(I).reduce<number>(
  (all, intent) => (typeof intent === 'number' ? all | intent : all),
  0,
);
const sessionsMax = 50;
const identifyWindowMs = 5000;

export interface GatewayOptions {
  heartbeatIntervalMs: number;
  /** Identifies per 5 s and shard bucket; false: any number. */
  limitIdentifies: boolean;
}

export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket with the code, or cuts it without one. */
  drop(code: number | undefined): void;
  /** Op 7: asks every client to come back and resume. */
  askToReconnect(): void;
  duplicate(times: number): void;
  readonly isOnline: boolean;
  close(): void;
}

/** Discord's gateway v10, JSON without compression. Hears the world and tells every session its part. */
export function createGateway(world: World, options: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const connections = new Set<GatewayConnection>();
  const sessions = new Map<string, GatewaySession>();
  const identifiedAt = new Map<number, number>();
  const requestMembers = createMemberRequests(world);
  let duplicatesLeft = 0;

  const isOnline = () => [...sessions.values()].some((session) => session.isConnected);
  const stopListening = world.events.listen((event) => {
    for (const dispatch of toDispatches(world, event)) {
      const copies = duplicatesLeft > 0 ? 2 : 1;
      if (duplicatesLeft > 0) duplicatesLeft -= 1;
      for (const session of sessions.values()) dispatchTo(session, dispatch, copies);
    }
  });
  const desk: GatewayDesk = {
    requestMembers,
    identify(connection, d) {
      const refusal = refuseIdentify(world, d);
      if (refusal !== undefined) return connection.close(...refusal);
      const shard = readShard(d['shard']) ?? [0, 1];
      if (options.limitIdentifies && !takeIdentify(identifiedAt, shard[0])) {
        return sendFrame(connection.socket, { op: op.invalidSession, d: false });
      }
      const session = new GatewaySession({ intents: Number(d['intents']), shard, socket: connection.socket });
      connection.session = session;
      keepSession(sessions, session);
      greet(world, session);
      world.events.emit({ type: 'presence-change', online: true });
    },
    resume(connection, d) {
      if (d['token'] !== world.bot.token) {
        return connection.close(closeCode.authenticationFailed, 'Authentication failed.');
      }
      const session = sessions.get(String(d['session_id']));
      const sequence = Number(d['seq']);
      if (session === undefined) return sendFrame(connection.socket, { op: op.invalidSession, d: false });
      if (!Number.isInteger(sequence) || !session.canResumeAfter(sequence)) {
        sessions.delete(session.id);
        return connection.close(closeCode.invalidSequence, 'Invalid seq.');
      }
      // A resumed session has one socket: an older one that is still open goes.
      for (const other of connections) {
        if (other !== connection && other.session === session) other.socket.terminate();
      }
      connection.session = session;
      session.resume(connection.socket, sequence);
      world.events.emit({ type: 'presence-change', online: true });
    },
    closed(connection, code) {
      connections.delete(connection);
      const { session } = connection;
      // A client that says goodbye with 1000 or 1001 ends its session; so do refusals to go on.
      const isOver =
        code === 1000 ||
        code === 1001 ||
        code === closeCode.invalidSequence ||
        code === closeCode.sessionTimedOut;
      if (session !== undefined && isOver && !session.isConnected) sessions.delete(session.id);
      world.events.emit({ type: 'presence-change', online: isOnline() });
    },
  };
  server.on('connection', (socket, request: IncomingMessage) => {
    const connection = new GatewayConnection(socket, desk, options.heartbeatIntervalMs);
    connections.add(connection);
    const query = new URL(request.url ?? '/', 'ws://localhost').searchParams;
    if (query.get('v') !== GatewayVersion) connection.close(closeCode.invalidVersion, 'Invalid API version.');
    else if (query.get('encoding') !== 'json')
      connection.close(closeCode.decodeError, 'Only JSON is spoken here.');
  });

  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request)),
    drop(code) {
      for (const { socket } of connections) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    askToReconnect() {
      for (const { socket } of connections) sendFrame(socket, { op: op.reconnect });
    },
    duplicate(times) {
      duplicatesLeft += times;
    },
    get isOnline() {
      return isOnline();
    },
    close() {
      stopListening();
      for (const { socket } of connections) socket.terminate();
      sessions.clear();
      server.close();
    },
  };
}

type Refusal = [code: number, reason: string];

function refuseIdentify(world: World, d: Record<string, unknown>): Refusal | undefined {
  if (d['token'] !== world.bot.token) return [closeCode.authenticationFailed, 'Authentication failed.'];
  const intents = d['intents'];
  if (
    typeof intents !== 'number' ||
    !Number.isInteger(intents) ||
    intents < 0 ||
    (intents & ~KNOWN_INTENTS) !== 0
  ) {
    return [closeCode.invalidIntents, 'Invalid intent(s).'];
  }
  if (d['shard'] !== undefined && readShard(d['shard']) === undefined) {
    return [closeCode.invalidShard, 'Invalid shard.'];
  }
  if ((intents & world.disallowedIntents) !== 0) {
    return [closeCode.disallowedIntents, 'Disallowed intent(s).'];
  }
  const properties = d['properties'];
  if (typeof properties !== 'object' || properties === null) {
    return [closeCode.decodeError, 'Error while decoding payload.'];
  }
  return undefined;
}

function readShard(value: unknown): [number, number] | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, count] = value as unknown[];
  const valid =
    Number.isInteger(id) && Number.isInteger(count) && Number(id) >= 0 && Number(id) < Number(count);
  return valid ? [Number(id), Number(count)] : undefined;
}

/** One identify per shard and 5 s, by the machine's clock: clients wait by theirs. */
function takeIdentify(identifiedAt: Map<number, number>, shardId: number): boolean {
  const clock = Date.now();
  if (clock - (identifiedAt.get(shardId) ?? 0) < identifyWindowMs) return false;
  identifiedAt.set(shardId, clock);
  return true;
}

function keepSession(sessions: Map<string, GatewaySession>, session: GatewaySession): void {
  sessions.set(session.id, session);
  for (const [id, old] of sessions) {
    if (sessions.size <= sessionsMax) return;
    if (!old.isConnected) sessions.delete(id);
  }
}

/** READY, then a GUILD_CREATE for every server of this shard. */
function greet(world: World, session: GatewaySession): void {
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.members.has(world.bot.id) && isOfShard(session, guild.id),
  );
  const { id, flags } = toApplication(world);
  session.dispatch('READY', {
    v: 10,
    user: toOwnUser(world),
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: world.origin.replace('http', 'ws'),
    shard: session.shard,
    application: { id, flags },
    user_settings: {},
    relationships: [],
    private_channels: [],
    presences: [],
    guild_join_requests: [],
    auth: {},
    geo_ordered_rtc_regions: [],
    _trace: [],
  });
  if ((session.intents & I.Guilds) === 0) return;
  const allMembers = (session.intents & I.GuildMembers) !== 0;
  for (const guild of guilds) session.dispatch('GUILD_CREATE', toGuildCreate(world, guild, { allMembers }));
}

function dispatchTo(session: GatewaySession, dispatch: Dispatch, copies: number): void {
  if (!isMeantFor(session, dispatch)) return;
  for (let copy = 0; copy < copies; copy++) session.dispatch(dispatch.t, dispatch.payload(session.intents));
}

function isMeantFor(session: GatewaySession, { guildId, intents }: Dispatch): boolean {
  const inShard = guildId === undefined ? session.shard[0] === 0 : isOfShard(session, guildId);
  return inShard && (intents === 0 || (session.intents & intents) !== 0);
}

/** https://discord.com/developers/docs/events/gateway#sharding */
function isOfShard({ shard: [id, count] }: GatewaySession, guildId: string): boolean {
  return (BigInt(guildId) >> 22n) % BigInt(count) === BigInt(id);
}
