#!/usr/bin/env node
// In a checkout the command runs from its sources (through tsx), in the published package from dist/cli.
import {existsSync} from 'node:fs';

const source = new URL('../src/cli/main.ts', import.meta.url);
if (existsSync(source)) {
  const {register} = await import('tsx/esm/api');
  register();
  await import(source.href);
} else {
  await import(new URL('../dist/cli/mantelzorg.js', import.meta.url).href);
}
