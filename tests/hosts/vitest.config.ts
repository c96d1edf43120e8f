import { defineConfig } from 'vitest/config';
import { HOSTS } from './tools/places.ts';

/** Tests of the hosts: `npm run test:hosts`. They are apart from the others, as they install and build other people's tools first. */
export default defineConfig({
  root: HOSTS,
  publicDir: false,
  test: {
    root: HOSTS,
    include: ['*.test.ts'],
    globalSetup: ['tools/set-up.ts'],
    expect: { poll: { timeout: 20_000, interval: 50 } },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Each file builds its hosts and starts a browser of its own, and waits for it half of the time.
    maxWorkers: 2,
    // What fails once on a busy machine is tried again, and named at the end; what fails twice has failed.
    retry: 1,
  },
});
