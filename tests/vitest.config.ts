import { defineConfig } from 'vitest/config';

/** `--mode deep` tries every property of these rooms ten times as often, and nothing else. */
export default defineConfig(({ mode }) => ({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    // Only what hangs ends so: a busy machine may take long for a test that starts programs.
    testTimeout: 60_000,
    globalSetup: ['tests/referee/season.ts'],
    // By default one core of two would stay idle.
    maxWorkers: '100%',
    // Tests share no state through modules (tests/tidy.test.ts forbids it in src): loading discord.js
    // and the lexicon anew for each file would take longer than most files do.
    isolate: false,
    ...(mode === 'deep' && {
      include: ['tests/{articles,discord,language,playground,quotes}/**/*.test.ts'],
      env: { PROPERTY_DEPTH: '10' },
      testTimeout: 600_000,
    }),
  },
}));
