/**
 * The tables as queries see them, in one shape for SQLite and PostgreSQL: IDs are text, times are
 * integers in milliseconds since 1970, structured values are JSON in text. The migrations make them;
 * `guilds/privacy.ts` says of each column why it is kept and for how long.
 */
import type { ConversationTables } from './conversation-tables.ts';
import type { GuildTables } from './guild-tables.ts';
import type { QuoteTables } from './quote-tables.ts';

export interface Database extends ConversationTables, GuildTables, QuoteTables {}
