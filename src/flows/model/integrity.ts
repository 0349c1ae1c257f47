/** The hash of a part as a manifest names it and browsers check it. Ours are sha256, shorter in the tables that visitors fetch. */
export const INTEGRITY = /^sha(256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64})$/;
