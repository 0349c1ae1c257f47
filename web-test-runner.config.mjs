/** Element tests in a real browser: test/widgets. Whole pages are node:test with Playwright (test/browser). */
import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {BROWSER_FLAGS} from './scripts/browser-flags.mjs';
import {findBrowser} from './scripts/find-browser.mjs';

const matrix = process.env.MATRIX === '1';

/** One line at the end that says how many tests ran: the progress bar says so only on a terminal. */
const countReporter = {
  stop({sessions}) {
    const testsIn = ({tests = [], suites = []} = {}) => [...tests, ...suites.flatMap(testsIn)];
    const tests = [...sessions].flatMap((session) => testsIn(session.testResults));
    const broken = [...sessions].filter((session) => !session.passed && testsIn(session.testResults).every((test) => test.passed)).length;
    const failed = tests.filter((test) => !test.passed && !test.skipped).length + broken;
    console.log(`${tests.filter((test) => test.passed).length} passed, ${failed} failed`);
  },
};

export default {
  files: 'test/widgets/**/*.test.ts',
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  hostname: '127.0.0.1',
  concurrency: 2,
  // Widgets warn on purpose in many tests; what fails is what matters.
  browserLogs: false,
  reporters: [defaultReporter({reportTestProgress: false}), countReporter],
  nodeResolve: {exportConditions: ['browser', 'production']},
  plugins: [esbuildPlugin({ts: true, json: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url))})],
  browsers: [playwrightLauncher({product: 'chromium', launchOptions: {executablePath: await findBrowser(), args: BROWSER_FLAGS}})],
  testFramework: {config: {timeout: 20_000}},
  testsFinishTimeout: matrix ? 3 * 3_600_000 : 300_000,
  testRunnerHtml: (testFramework) =>
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Tests</title></head><body><script>globalThis.MATRIX = ${matrix};</script><script type="module" src="${testFramework}"></script></body></html>`,
};
