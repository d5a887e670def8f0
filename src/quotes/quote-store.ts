/**
 * What quotes need remembered. Declared here, implemented by the store; every promise resolves once
 * its change is on disk. IDs are snowflakes as text, times milliseconds since 1970.
 */
import type { Bag } from './quote-bag.ts';
import type { QuoteEvent } from './quote-event.ts';
import type { Quote, QuoteState, Snapshot } from './quote.ts';
import type { Schedule } from './schedule.ts';

/** Quotes given by one call, at most. */
export const quotePageMax = 100;
/** Events given by one call, at most. */
export const eventPageMax = 500;

/** Stands for a person who asked to be forgotten, with a number that tells several apart. */
export const forgottenPrefix = 'forgotten-';

/** A server's schedule and what it has done so far. */
export interface StoredSchedule {
  readonly guildId: string;
  readonly channelId: string;
  readonly schedule: Schedule;
  /** Runs up to here are done or passed over. */
  readonly lastRunMs: number;
  readonly bag: Bag;
  /** When moderators were last told that the queue is low. */
  readonly lowToldAtMs?: number;
  /** When they were last told that a run had nothing to post; absent once one had. */
  readonly nothingToldAtMs?: number;
  /** From 1; compared and set. */
  readonly revision: number;
}

/** One decision to write down: all of it or nothing. */
export interface QuoteWrite {
  /** As `transition` gave it. */
  readonly quote: Quote;
  readonly event: QuoteEvent;
  /** What the body points to. Needed the first time a version is quoted in a server; harmless later. */
  readonly snapshot?: Snapshot;
  /** The quote is this process's until then; only while it is posting. */
  readonly lease?: Lease;
  /**
   * Where the quote takes words that it did not hold: as `QuoteStore.wordsRevision` gave it before the
   * other quotes were looked at. `conflict` where some quote of the server took words since.
   */
  readonly wordsRevision?: number;
  /** Written with the same decision: with its new revision, one above the stored one. */
  readonly schedule?: StoredSchedule;
}

export interface Lease {
  /** Names the process; unique among them. */
  readonly holder: string;
  readonly untilMs: number;
}

/** `conflict`: somebody else decided first, nothing was written; read again and ask `transition` again. */
export type WriteOutcome = 'written' | 'conflict';

export interface QuoteQuery {
  readonly guildId: string;
  /** All states where absent. */
  readonly states?: readonly QuoteState[];
  readonly suggestedBy?: string;
  readonly articleId?: string;
  /** By number. Default ascending. */
  readonly order?: 'ascending' | 'descending';
  /** Only numbers behind this one in that order. */
  readonly after?: number;
  /** At most `quotePageMax`. */
  readonly limit: number;
}

export interface LeaseRequest extends Lease {
  readonly nowMs: number;
  /** Only quotes of these servers; all where absent. */
  readonly guildIds?: readonly string[];
  /** At most `quotePageMax`. */
  readonly limit: number;
}

/** Messages of one quote that may say something else than it does. */
export interface OwedEdit {
  readonly guildId: string;
  readonly number: number;
  /** The first decision since which they may: before it they said what they should. */
  readonly fromRevision: number;
  /** The last one. */
  readonly revision: number;
  /** Attempts that failed since. */
  readonly failureCount: number;
}

export interface EditClaim extends Pick<LeaseRequest, 'nowMs' | 'untilMs' | 'guildIds' | 'limit'> {}

export interface QuoteStore {
  /** The next number of that server: no two calls ever get the same, whatever becomes of it. */
  nextNumber(guildId: string): Promise<number>;
  /** Another one whenever a quote of that server takes words, in whichever process: what was seen before may be out of date. */
  wordsRevision(guildId: string): Promise<number>;
  /**
   * Writes quote and event where the stored revision is the one before the event's.
   * @throws {Error} where the body's snapshot is neither stored nor given: such a quote could never be shown.
   */
  write(write: QuoteWrite): Promise<WriteOutcome>;
  quote(guildId: string, number: number): Promise<Quote | undefined>;
  /** The quote that this message shows, or showed before it was withdrawn. */
  quoteOfMessage(messageId: string): Promise<Quote | undefined>;
  quotes(query: QuoteQuery): Promise<readonly Quote[]>;
  count(query: Pick<QuoteQuery, 'guildId' | 'states' | 'suggestedBy' | 'articleId'>): Promise<number>;
  /** For `decideSuggestion`: waiting ones, and all suggested at `sinceMs` or later. */
  suggestionCounts(
    guildId: string,
    userId: string,
    sinceMs: number,
  ): Promise<{ readonly open: number; readonly today: number }>;
  /** In order of their revisions, behind that one; at most `eventPageMax`. */
  history(guildId: string, number: number, afterRevision?: number): Promise<readonly QuoteEvent[]>;
  /** Live quotes of an article in all servers, by server and number, behind that one; at most `quotePageMax`. */
  liveQuotesOf(
    articleId: string,
    after?: { readonly guildId: string; readonly number: number },
  ): Promise<readonly Quote[]>;

  /**
   * Quotes that somebody must send now, each given to one holder: scheduled ones that are due, and
   * those being posted whose holder fell silent. Frozen ones are left alone. Earliest due first.
   */
  lease(request: LeaseRequest): Promise<readonly Quote[]>;
  /** False where the lease is somebody else's by now: then send nothing more. */
  renewLease(guildId: string, number: number, lease: Lease): Promise<boolean>;
  releaseLease(guildId: string, number: number, holder: string): Promise<void>;

  /** The quote's messages are not as they should be, though nothing was decided: due then. */
  oweEdits(quote: Pick<Quote, 'guildId' | 'number' | 'revision'>, dueAtMs: number): Promise<void>;
  /**
   * Quotes whose messages have to be changed or taken away since a decision (`owesEdits`), each given
   * to one caller until `untilMs`. Earliest due first. Owed until they are settled, by whomever.
   */
  claimEdits(claim: EditClaim): Promise<readonly OwedEdit[]>;
  /** All messages say what the quote said at that revision; what was decided later is still owed. */
  settleEdits(guildId: string, number: number, revision: number): Promise<void>;
  /** It failed once more: due again then, unless something was decided meanwhile. */
  postponeEdits(owed: OwedEdit, dueAtMs: number): Promise<void>;

  /**
   * Undefined where none is kept.
   * @throws {Error} named `StoredValueError` where it is not, byte for byte, what was written.
   */
  snapshot(guildId: string, articleId: string, version: string): Promise<Snapshot | undefined>;

  schedule(guildId: string): Promise<StoredSchedule | undefined>;
  /** By server ID, behind that one; at most `quotePageMax`. */
  schedules(afterGuildId?: string): Promise<readonly StoredSchedule[]>;
  /** Where the stored revision is one below (none for 1). */
  saveSchedule(schedule: StoredSchedule): Promise<WriteOutcome>;
  removeSchedule(guildId: string): Promise<void>;
}
