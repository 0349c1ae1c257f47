import type {CDPSession} from 'playwright-core';

export function countObjects(session: CDPSession): Promise<number>;
