export const ROOT: string;
export const MOUNTS: Record<string, string>;
export function policyFor(strict: string, pathname: string): string;
