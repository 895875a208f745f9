import { defineConfig } from 'vitest/config';

/**
 * The screens in a browser, over the real cores. Two files at once: each has a whole branch, and waits for it more than it computes.
 * `--mode pace` measures instead, one file after the other with nothing beside it.
 */
export default defineConfig(({ mode }) => ({
  test: {
    environment: 'node',
    include: [mode === 'pace' ? 'screens/**/*.pace.ts' : 'screens/**/*.test.ts'],
    globalSetup: ['screens/harness/browser.ts'],
    maxWorkers: mode === 'pace' ? 1 : 2,
    // What a test waits for comes from processes; a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
    sequence: { hooks: 'list' },
  },
}));
