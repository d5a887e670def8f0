import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayIntentBits as I, GatewayVersion } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { toGuildCreate, toOwnUser, toApplication } from '../world/wire-objects.ts';
import type { World } from '../world/world.ts';
import { closeCode, GatewayConnection, op } from './connection.ts';
import type { GatewayDesk } from './connection.ts';
import { toDispatches } from './dispatches.ts';
import type { Dispatch } from './dispatches.ts';
import { sendMembers } from './member-requests.ts';
import { GatewaySession, sendFrame } from './session.ts';

const KNOWN_INTENTS = Object.values(I).reduce<number>(
  (all, intent) => (typeof intent === 'number' ? all | intent : all),
  0,
);
/** A client that says goodbye with 1000 or 1001 ends its session; so do refusals to go on. */
const ENDING: ReadonlySet<number> = new Set([
  1000,
  1001,
  closeCode.invalidSequence,
  closeCode.sessionTimedOut,
]);
const sessionsMax = 50;
const identifyWindowMs = 5000;

export interface GatewayOptions {
  heartbeatIntervalMs: number;
  /** Identifies per 5 s and shard bucket; false: any number. */
  limitIdentifies: boolean;
}

/** Discord's gateway v10, JSON without compression. Hears the world and tells every session its part. */
export class Gateway implements GatewayDesk {
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  readonly #connections = new Set<GatewayConnection>();
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #identifiedAt = new Map<number, number>();
  readonly #stopListening: () => void;
  #duplicatesLeft = 0;

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#stopListening = world.events.listen((event) => {
      for (const dispatch of toDispatches(world, event)) this.#dispatch(dispatch);
    });
  }

  get isOnline(): boolean {
    return [...this.#sessions.values()].some((session) => session.isConnected);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#greet(opened, request));
  }

  /** Closes every socket with the code, or cuts it without one. */
  drop(code: number | undefined): void {
    for (const { socket } of this.#connections) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** Op 7: asks every client to come back and resume. */
  askToReconnect(): void {
    for (const { socket } of this.#connections) sendFrame(socket, { op: op.reconnect });
  }

  duplicate(times: number): void {
    this.#duplicatesLeft += times;
  }

  close(): void {
    this.#stopListening();
    for (const { socket } of this.#connections) socket.terminate();
    this.#sessions.clear();
    this.#server.close();
  }

  identify(connection: GatewayConnection, d: Record<string, unknown>): void {
    const refusal = refuseIdentify(this.#world, d);
    if (refusal !== undefined) return connection.close(...refusal);
    const shard = readShard(d['shard']) ?? [0, 1];
    if (this.#options.limitIdentifies && !takeIdentify(this.#identifiedAt, shard[0])) {
      return sendFrame(connection.socket, { op: op.invalidSession, d: false });
    }
    const session = new GatewaySession({ intents: Number(d['intents']), shard, socket: connection.socket });
    connection.session = session;
    keepSession(this.#sessions, session);
    sendReady(this.#world, session);
    this.#world.events.emit({ type: 'presence-change', online: true });
  }

  resume(connection: GatewayConnection, d: Record<string, unknown>): void {
    if (d['token'] !== this.#world.bot.token) {
      return connection.close(closeCode.authenticationFailed, 'Authentication failed.');
    }
    const session = this.#sessions.get(String(d['session_id']));
    const sequence = Number(d['seq']);
    if (session === undefined) return sendFrame(connection.socket, { op: op.invalidSession, d: false });
    if (!Number.isInteger(sequence) || !session.canResumeAfter(sequence)) {
      this.#sessions.delete(session.id);
      return connection.close(closeCode.invalidSequence, 'Invalid seq.');
    }
    // A resumed session has one socket: an older one that is still open goes.
    for (const other of this.#connections) {
      if (other !== connection && other.session === session) other.socket.terminate();
    }
    connection.session = session;
    session.resume(connection.socket, sequence);
    this.#world.events.emit({ type: 'presence-change', online: true });
  }

  requestMembers(connection: GatewayConnection, session: GatewaySession, d: Record<string, unknown>): void {
    sendMembers(this.#world, { connection, session, d });
  }

  closed(connection: GatewayConnection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    if (session !== undefined && ENDING.has(code) && !session.isConnected) this.#sessions.delete(session.id);
    this.#world.events.emit({ type: 'presence-change', online: this.isOnline });
  }

  #greet(socket: WebSocket, request: IncomingMessage): void {
    const connection = new GatewayConnection(socket, this, this.#options.heartbeatIntervalMs);
    this.#connections.add(connection);
    const query = new URL(request.url ?? '/', 'ws://localhost').searchParams;
    if (query.get('v') !== GatewayVersion) connection.close(closeCode.invalidVersion, 'Invalid API version.');
    else if (query.get('encoding') !== 'json') {
      connection.close(closeCode.decodeError, 'Only JSON is spoken here.');
    }
  }

  #dispatch(dispatch: Dispatch): void {
    const copies = this.#duplicatesLeft > 0 ? 2 : 1;
    this.#duplicatesLeft = Math.max(0, this.#duplicatesLeft - 1);
    for (const session of this.#sessions.values()) {
      if (!isMeantFor(session, dispatch)) continue;
      for (let copy = 0; copy < copies; copy++) {
        session.dispatch(dispatch.t, dispatch.payload(session.intents));
      }
    }
  }
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
function sendReady(world: World, session: GatewaySession): void {
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

function isMeantFor(session: GatewaySession, { guildId, intents }: Dispatch): boolean {
  const inShard = guildId === undefined ? session.shard[0] === 0 : isOfShard(session, guildId);
  return inShard && (intents === 0 || (session.intents & intents) !== 0);
}

/** https://discord.com/developers/docs/events/gateway#sharding */
function isOfShard({ shard: [id, count] }: GatewaySession, guildId: string): boolean {
  return (BigInt(guildId) >> 22n) % BigInt(count) === BigInt(id);
}
