import {fileURLToPath} from 'node:url';
import {storybookTest} from '@storybook/addon-vitest/vitest-plugin';
import {playwright} from '@vitest/browser-playwright';
import {defineConfig} from 'vitest/config';
// @ts-expect-error -- a plain script without types
import {findBrowser} from './scripts/find-browser.mjs';

/** Runs every story, its play function and axe in Chromium. */
export default defineConfig(async () => ({
  plugins: await storybookTest({configDir: fileURLToPath(new URL('.storybook', import.meta.url))}),
  // Named here, so that Vite does not find them half way and reload the page under a story.
  optimizeDeps: {
    include: ['lit', 'lit/directives/keyed.js', 'xstate', 'valibot', '@lit/localize'],
  },
  test: {
    testTimeout: 60_000,
    name: 'stories',
    api: {host: '127.0.0.1'},
    browser: {
      enabled: true,
      headless: true,
      api: {host: '127.0.0.1'},
      instances: [{browser: 'chromium' as const}],
      provider: playwright({
        launchOptions: {
          executablePath: await findBrowser(),
          args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
        },
      }),
    },
  },
}));
