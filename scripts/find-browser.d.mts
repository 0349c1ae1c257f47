export const ADVICE: string;
export function findBrowser(): Promise<string>;
export function versionOf(file: string): string;
