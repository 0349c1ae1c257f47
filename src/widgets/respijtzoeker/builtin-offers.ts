/** Whether the pack beside the script has offers. The build fills this in. */
export const BUILTIN_OFFERS: boolean = false;
