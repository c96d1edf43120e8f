import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { LAUNCH_FLAGS, requireBrowser } from '../src/cli/browser.ts';
import { browserPackages } from './tools/browser-packages.ts';
import { ROOT } from './tools/pages.ts';

const CI = Boolean(process.env['CI']);

/** A browser is asked for only where tests run in one, so that `npm run test:node` needs none. */
async function executablePath(): Promise<{ executablePath?: string }> {
  const only = process.argv.flatMap((arg, at) => (arg === '--project' ? [process.argv[at + 1]] : arg.startsWith('--project=') ? [arg.slice(10)] : []));
  return only.length > 0 && !only.includes('browser') ? {} : { executablePath: await requireBrowser() };
}

export default defineConfig(async () => ({
  root: ROOT,
  publicDir: false as const,
  test: {
    root: ROOT,
    exclude: [...configDefaults.exclude, 'dist/**', '.cache/**'],
    // A busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
    // Two cores and pages that measure: more workers only make tests wait for each other.
    ...(CI ? { maxWorkers: 2 } : {}),
    projects: [
      {
        extends: true as const,
        // Groups run one after the other: a browser that shares two cores with other tests only looks broken.
        test: { name: 'node', environment: 'node', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000, sequence: { groupOrder: 0 } },
      },
      {
        extends: true as const,
        optimizeDeps: { include: browserPackages() },
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { ...(await executablePath()), args: [...LAUNCH_FLAGS] } }),
            viewport: { width: 1920, height: 1080 },
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      {
        extends: true as const,
        test: {
          name: 'e2e',
          sequence: { groupOrder: 2 },
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/tools/serve-app.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file starts a browser of its own, which takes all cores.
          maxWorkers: 1,
          // What fails once on a busy machine is tried again, and named at the end; what fails twice has failed.
          retry: 1,
        },
      },
    ],
  },
}));
