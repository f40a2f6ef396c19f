import { defineConfig } from 'vitest/config'

const common = {
  environment: 'node',
  pool: 'forks',
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const

const browserTests = 'test/e2e/**/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'code',
          sequence: { groupOrder: 0 },
          include: ['{shared,server,web,test,bench}/**/*.test.{ts,tsx}'],
          exclude: [browserTests, '**/node_modules/**'],
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          // After all others and one by one: browsers that share two cores stand still for seconds.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          // Longer than a step waits: else a journey of many steps ends without a word of the one that failed.
          testTimeout: 120_000,
          include: [browserTests],
          // Only these need the web app as it is served.
          globalSetup: ['test/e2e/support/build.ts'],
        },
      },
    ],
  },
})
