import { defineConfig } from '@playwright/test'

/** Runs against a started program (`./yimen start`); its address in YIMEN_URL. */
export default defineConfig({
  testDir: 'e2e',
  // emptied at each start, unlike test-results with its reports
  outputDir: 'test-results/failures',
  timeout: 60_000,
  // a busy machine is no failure
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL: process.env['YIMEN_URL'] ?? 'http://localhost:8080',
    viewport: { width: 1440, height: 860 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Urumqi',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
