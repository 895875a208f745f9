import { defineConfig } from 'vitest/config';

/** The screens in a browser, over the real cores. One file after the other: each has a whole branch, and a machine may have two cores. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['screens/**/*.test.ts'],
    globalSetup: ['screens/harness/browser.ts'],
    fileParallelism: false,
    // What a test waits for comes from processes; a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
    sequence: { hooks: 'list' },
  },
});
