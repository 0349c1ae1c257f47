import type {IncomingHttpHeaders} from 'node:http';

export const STRICT_POLICY: string;

/** What a path does instead of being served; `times` limits it (default: every request). */
export type Fault = {times?: number} & (
  | {kind: 'status'; status: number}
  | {kind: 'type'; type: string}
  | {kind: 'cut'; at?: number}
  | {kind: 'tamper'; edit?: (text: string) => string}
  | {kind: 'drop'}
  | {kind: 'slow'; ms: number}
);

export interface Options {
  /** Address prefix (with slashes) to a folder, or a path to a file. */
  mounts: Record<string, string>;
  /** Extra documents: path to HTML. */
  pages?: Record<string, string>;
  /** Content security policy of every document; null sends none. */
  policy?: string | null | ((pathname: string) => string | null);
  /** 0 takes a free one. */
  port?: number;
  /** Milliseconds before each answer. */
  latency?: number;
  cors?: boolean;
  brotli?: boolean;
  cache?: boolean;
}

export interface Request {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
}

export interface StaticServer {
  origin: string;
  port: number;
  log: Request[];
  reports: Record<string, string>[];
  pages: Record<string, string>;
  setFault(pathname: string, fault: Fault | undefined): void;
  reset(): void;
  close(): Promise<void>;
}

export function startServer(options: Options): Promise<StaticServer>;
