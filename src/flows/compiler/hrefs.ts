const DOMAIN = /^(?:https:\/\/)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:\/[^\s<>"'\\]*)?)$/i;

/** Dutch and international numbers, service numbers, and the short ones; no plain amounts such as `156`. */
export function isPhone(value: string): boolean {
  if (!/^\+?[\d\s()./-]+$/.test(value)) return false;
  const digits = value.replace(/[^\d+]/g, '');
  return /^(?:11[23]|144|116\d{3}|14\d{2,5}|0[89]00\d{4,7}|0\d{9}|\+\d{8,15}|00\d{8,15})$/.test(digits) && !/^14\d{2,5}$/.test(value);
}

/** `tel:` for phone numbers, `https:` for domains and web addresses, else nothing. */
export function factHref(value: string): string | undefined {
  if (isPhone(value)) return phoneHref(value);
  return siteHref(value);
}

export function phoneHref(value: string): string {
  return `tel:${value.replace(/[^\d+]/g, '')}`;
}

export function siteHref(value: string): string | undefined {
  const match = DOMAIN.exec(value.trim());
  return match ? `https://${match[1]!}` : undefined;
}

export function isEmail(value: string): boolean {
  return /^[^\s@<>"'\\:/?]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(value);
}
