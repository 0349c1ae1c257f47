/** Ways out of the page. Each says whether it worked, and none sends anything anywhere by itself. */

/** What a mail program takes from a link; longer ones are cut without a word. */
const MOST_MAIL = 1900;

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // Missing, forbidden in this frame, or refused by the visitor: the text is shown instead.
  }
}

export const canShare = (): boolean => typeof navigator.share === 'function';

/** `undefined` when the visitor changed their mind: then nothing need be said. */
export async function shareText(title: string, text: string): Promise<boolean | undefined> {
  try {
    await navigator.share({title, text});
    return true;
  } catch (reason) {
    return (reason as {name?: unknown} | null)?.name === 'AbortError' ? undefined : false;
  }
}

/** The address that opens a mail program, cut at a whole line; `rest` says in the mail that more did not fit. */
export function mailAddress(subject: string, text: string, rest: string): string {
  const address = (body: string) => `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const whole = address(text.replace(/\n/g, '\r\n'));
  if (whole.length <= MOST_MAIL) return whole;
  const lines = text.split('\n');
  while (lines.length && address([...lines, '', rest].join('\r\n')).length > MOST_MAIL) lines.pop();
  return address([...lines, '', rest].join('\r\n'));
}

export function openAddress(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.click();
}

/** A download made on the spot. @throws Error in frames that may not make addresses of their own. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], {type: `${type};charset=utf-8`}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
