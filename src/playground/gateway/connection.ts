import type { RawData, WebSocket } from 'ws';
import { isRecord } from '../world/form-errors.ts';
import { sendFrame } from './session.ts';
import type { GatewaySession } from './session.ts';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
export const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export const closeCode = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

const payloadBytesMax = 4096;
const sentPerMinute = 120;

/** What the connection asks of the gateway. */
export interface GatewayDesk {
  identify(connection: GatewayConnection, d: Record<string, unknown>): void;
  resume(connection: GatewayConnection, d: Record<string, unknown>): void;
  requestMembers(connection: GatewayConnection, session: GatewaySession, d: Record<string, unknown>): void;
  closed(connection: GatewayConnection, code: number): void;
}

/** One socket: greeting, heartbeats, limits and routing of what the client sends. */
export class GatewayConnection {
  readonly socket: WebSocket;
  session: GatewaySession | undefined;
  readonly #desk: GatewayDesk;
  readonly #heartbeatIntervalMs: number;
  #deadline: NodeJS.Timeout | undefined;
  #sent = 0;
  #windowEndsAt = 0;

  constructor(socket: WebSocket, desk: GatewayDesk, heartbeatIntervalMs: number) {
    this.socket = socket;
    this.#desk = desk;
    this.#heartbeatIntervalMs = heartbeatIntervalMs;
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('close', (code) => {
      clearTimeout(this.#deadline);
      this.session?.detach(socket);
      desk.closed(this, code);
    });
    // A broken socket closes by itself; without a listener it would end the process.
    socket.on('error', () => socket.terminate());
    sendFrame(socket, { op: op.hello, d: { heartbeat_interval: heartbeatIntervalMs, _trace: [] } });
    this.#expectHeartbeat();
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** A client that misses its heartbeat and half of the next is gone. */
  #expectHeartbeat(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(
      () => this.close(closeCode.sessionTimedOut, 'Session timed out.'),
      this.#heartbeatIntervalMs * 1.5 + Math.min(5000, this.#heartbeatIntervalMs),
    );
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#isTooFrequent()) return this.close(closeCode.rateLimited, 'You are being rate limited.');
    const text = isBinary ? '' : readText(data);
    if (text === '' || Buffer.byteLength(text) > payloadBytesMax) {
      return this.close(closeCode.decodeError, 'Error while decoding payload.');
    }
    const frame = parseFrame(text);
    if (frame === undefined) return this.close(closeCode.decodeError, 'Error while decoding payload.');
    return this.#route(frame.op, frame.d);
  }

  #route(opcode: number, d: unknown): void {
    if (opcode === op.heartbeat) {
      this.#expectHeartbeat();
      sendFrame(this.socket, { op: op.heartbeatAck });
      return;
    }
    const body = isRecord(d) ? d : {};
    if (opcode === op.identify || opcode === op.resume) {
      if (this.session !== undefined) {
        return this.close(closeCode.alreadyAuthenticated, 'Already authenticated.');
      }
      if (opcode === op.identify) this.#desk.identify(this, body);
      else this.#desk.resume(this, body);
      return;
    }
    if (this.session === undefined) return this.close(closeCode.notAuthenticated, 'Not authenticated.');
    if (opcode === op.requestMembers) return this.#desk.requestMembers(this, this.session, body);
    // Presence and voice state are taken and change nothing that anybody here could see.
    if (opcode === op.presence || opcode === op.voiceState) return;
    this.close(closeCode.unknownOpcode, 'Unknown opcode.');
  }

  #isTooFrequent(): boolean {
    const clock = Date.now();
    if (clock >= this.#windowEndsAt) {
      this.#windowEndsAt = clock + 60_000;
      this.#sent = 0;
    }
    this.#sent += 1;
    return this.#sent > sentPerMinute;
  }
}

function readText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8');
}

function parseFrame(text: string): { op: number; d: unknown } | undefined {
  try {
    const frame = JSON.parse(text) as unknown;
    if (!isRecord(frame) || typeof frame['op'] !== 'number') return undefined;
    return { op: frame['op'], d: frame['d'] };
  } catch {
    return undefined;
  }
}
