import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';

/** Events kept for a RESUME; a client further behind has to identify anew. */
const replayMax = 2000;

export interface GatewayFrame {
  op: number;
  d: unknown;
  s: number | null;
  t: string | null;
}

/** One identified session: it outlives its socket, so that it can be resumed. */
export class GatewaySession {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly shard: readonly [number, number];
  #socket: WebSocket | undefined;
  #sequence = 0;
  #replay: GatewayFrame[] = [];

  constructor({
    intents,
    shard,
    socket,
  }: {
    intents: number;
    shard: readonly [number, number];
    socket: WebSocket;
  }) {
    this.intents = intents;
    this.shard = shard;
    this.#socket = socket;
  }

  get isConnected(): boolean {
    return this.#socket !== undefined;
  }

  dispatch(t: string, d: unknown): void {
    this.#sequence += 1;
    // Serialised now, so that a later change of the object does not reach back into the replay.
    const frame: GatewayFrame = { op: 0, t, s: this.#sequence, d: structuredClone(d) };
    this.#replay.push(frame);
    if (this.#replay.length > replayMax) this.#replay.shift();
    if (this.#socket !== undefined) sendFrame(this.#socket, frame);
  }

  /** Whether everything after that sequence number is still there. */
  canResumeAfter(sequence: number): boolean {
    const oldest = this.#replay[0]?.s ?? this.#sequence + 1;
    return sequence <= this.#sequence && sequence >= oldest - 1;
  }

  /** Sends what was missed over the new socket, then RESUMED. */
  resume(socket: WebSocket, sequence: number): void {
    this.#socket = socket;
    for (const frame of this.#replay) {
      if ((frame.s ?? 0) > sequence) sendFrame(socket, frame);
    }
    this.dispatch('RESUMED', { _trace: [] });
  }

  /** Forgets the socket if it is still the session's. */
  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = undefined;
  }
}

export function sendFrame(socket: WebSocket, frame: Partial<GatewayFrame> & { op: number }): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.send(JSON.stringify({ t: null, s: null, d: null, ...frame }));
}
