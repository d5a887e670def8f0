/** Every contract over every database; in one file, so that PGlite starts once. */
import { afterAll, beforeAll, describe } from 'vitest';
import { describeConversationStore } from './conversation-store.contract.ts';
import { describeFeedbackStore } from './feedback-store.contract.ts';
import { describeGapStore } from './gap-store.contract.ts';
import { describeSettingsStore } from './settings-store.contract.ts';
import { testDatabases } from './databases.ts';
import { describeMigrations } from './migrations.contract.ts';
import { describeProcesses } from './processes.contract.ts';
import { describeRestart } from './restart.contract.ts';
import { describePrivacyStore } from './privacy-store.contract.ts';
import { describeQuoteStore } from './quote-store.contract.ts';
import { describeReviewStore } from './review-store.contract.ts';

/** PGlite unpacks a whole server. */
const startTimeoutMs = 120_000;

for (const databases of testDatabases()) {
  describe(databases.name, () => {
    beforeAll(async () => databases.start(), startTimeoutMs);
    afterAll(async () => databases.dispose());
    describeMigrations(databases);
    describeSettingsStore(databases);
    // What forgets everything is the same SQLite as the file: that it opens and keeps is enough.
    if (!databases.isKept) return;
    describeConversationStore(databases);
    describeFeedbackStore(databases);
    describeGapStore(databases);
    describePrivacyStore(databases);
    describeQuoteStore(databases);
    describeReviewStore(databases);
    describeRestart(databases);
    if (databases.isShared) describeProcesses(databases);
  });
}
