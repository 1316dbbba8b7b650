// One suite, several projects: `node` and `workers` run the same tests against better-sqlite3 and
// against D1 inside workerd, `browser` drives a real Chromium, `corpus` reads ../shared,
// `lifecycle` drives real calendar programs.

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const TESTS = 'tests/**/*.test.ts'
const CORPUS = 'tests/**/*.corpus.test.ts'
const BROWSER = 'tests/browser/**/*.test.ts'
const FAULTS = 'tests/**/*.faults.test.ts'
const LIFECYCLE = 'tests/**/*.lifecycle.test.ts'
const NODE_ONLY = 'tests/**/*.node.test.ts'

// A zone with summer time, far from the partners' own: the host's zone must never leak in.
const env = { TZ: 'America/New_York' }
const harness = (file: string) => ({ alias: { '#harness': at(file) } })
const reports = process.env.KALENDS_TEST_REPORTS

export default defineConfig({
  test: {
    // Vitest leaves one core to itself: on two, files of a group would run one after another.
    maxWorkers: '100%',
    reporters: reports
      ? ['default', ['json', { outputFile: join(reports, `${process.pid}.json`) }]]
      : ['default'],
    projects: [
      {
        resolve: harness('./tests/harness.node.ts'),
        test: {
          name: 'node',
          include: [TESTS],
          exclude: [CORPUS, FAULTS, LIFECYCLE, BROWSER],
          env,
          // Processes are started by many of them; a busy machine takes its time.
          ...{ testTimeout: 60_000, hookTimeout: 120_000 },
        },
      },
      {
        logLevel: 'error', // rrule ships source maps without sources: 28 lines of warnings
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: at('./wrangler.toml') },
            miniflare: {
              bindings: { TEST_MIGRATIONS: await readD1Migrations(at('./migrations')) },
            },
          })),
        ],
        resolve: harness('./tests/harness.workers.ts'),
        test: {
          name: 'workers',
          include: [TESTS],
          exclude: [CORPUS, FAULTS, LIFECYCLE, BROWSER, NODE_ONLY],
          // One isolate for all files: loading the Worker anew for each costs 2 s a file. The
          // harness empties the storage itself.
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
        },
      },
      {
        resolve: harness('./tests/harness.node.ts'),
        test: {
          name: 'browser',
          include: [BROWSER],
          globalSetup: './tests/browser/setup.ts',
          env,
          testTimeout: 30_000,
        },
      },
      {
        resolve: harness('./tests/harness.node.ts'),
        test: {
          name: 'corpus',
          include: [CORPUS],
          globalSetup: './tests/corpus-setup.ts',
          env,
          testTimeout: 120_000,
        },
      },
      {
        resolve: harness('./tests/harness.node.ts'),
        test: { name: 'lifecycle', include: [LIFECYCLE], env, testTimeout: 300_000 },
      },
      {
        test: { name: 'faults', include: [FAULTS], env, testTimeout: 1_800_000 },
      },
    ],
  },
})
