/** When to look again. */
const MONTHS = 3;
const MOST_OCTETS = 75;

/**
 * A calendar file (RFC 5545) with one event three months from `now`, at ten in the morning wherever the visitor is then.
 * It holds no answers: calendars are often shared.
 */
export function reminderFile({title, text, url}: {title: string; text: string; url: string}, now: Date, id: string): string {
  const day = monthsLater(now, MONTHS);
  const date = `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//mantelzorg-widgets//NL',
    'BEGIN:VEVENT',
    `UID:${id}@mantelzorg-widgets`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART:${date}T100000`,
    `DTEND:${date}T103000`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...(url ? [`URL:${url}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The same day of the month, or the last one where that month is shorter. */
function monthsLater(from: Date, months: number): Date {
  const day = new Date(from.getFullYear(), from.getMonth() + months, 1);
  const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
  day.setDate(Math.min(from.getDate(), last));
  return day;
}

const two = (n: number): string => String(n).padStart(2, '0');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines longer than 75 octets go on in the next one, after a space; never in the middle of a sign. */
function folded(line: string): string {
  const size = (text: string) => new TextEncoder().encode(text).length;
  let out = '';
  let length = 0;
  for (const sign of line) {
    const octets = size(sign);
    if (length + octets > MOST_OCTETS) {
      out += '\r\n ';
      length = 1;
    }
    out += sign;
    length += octets;
  }
  return out;
}
