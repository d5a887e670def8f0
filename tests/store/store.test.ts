/** Every contract over every database; in one file, so that PGlite starts once. */
import { afterAll, beforeAll, describe } from 'vitest';
import { describeConversationStore } from './conversation-store.contract.ts';
import { testDatabases } from './databases.ts';

/** PGlite unpacks a whole server. */
const startTimeoutMs = 120_000;

for (const databases of testDatabases()) {
  describe(databases.name, () => {
    beforeAll(async () => databases.start(), startTimeoutMs);
    describeConversationStore(databases);
    afterAll(async () => databases.dispose());
  });
}
