/** Dutch area codes of three digits; all others of a line at home have four. */
const SHORT_AREAS = ['10', '13', '15', '20', '23', '24', '26', '30', '33', '35', '36', '38', '40', '43', '45', '46', '50', '53', '55', '58', '70', '71', '72', '73', '74', '75', '76', '77', '78', '79', '84', '85', '87', '88', '91'];

/**
 * A phone number in the one form that is shown (`0123 456 789`, `06 12 34 56 78`, `14 0123`, `+32 21234567`), from any of
 * the ways to write it; nothing when it is none. For `tel:` take the spaces out.
 */
export function phoneText(typed: string): string | undefined {
  const bare = typed.trim().replace(/^(?:telefoonnummer|telefoon|tel|t)\b[.:]*\s*/i, '');
  if (!/^\(?\+?[\d\s().\u00a0/‐‑–-]+$/.test(bare)) return undefined;
  const digits = bare.replace(/\(0\)/, '').replace(/[^\d+]/g, '').replace(/^00(?=[1-9])/, '+');
  if (digits.lastIndexOf('+') > 0) return undefined;
  if (!digits.startsWith('+')) return dutch(digits);
  const national = /^\+31(?:0?)([1-9]\d*)$/.exec(digits)?.[1];
  if (national !== undefined) return dutch(`0${national}`) ?? (/^14\d{2,5}$/.test(national) ? dutch(national) : undefined);
  return /^\+[1-9]\d{7,14}$/.test(digits) && !digits.startsWith('+31') ? `${digits.slice(0, 3)} ${digits.slice(3)}` : undefined;
}

function dutch(digits: string): string | undefined {
  if (/^(?:11[23]|144)$/.test(digits)) return digits;
  if (/^116\d{3}$/.test(digits)) return `116 ${digits.slice(3)}`;
  if (/^140\d{2,3}$/.test(digits)) return `14 ${digits.slice(2)}`;
  if (/^0[89]0[0-9](?:\d{4}|\d{7})$/.test(digits) && /^0(?:800|90[069])/.test(digits)) return `${digits.slice(0, 4)} ${digits.slice(4)}`;
  if (!/^0[1-9]\d{8}$/.test(digits)) return undefined;
  if (digits.startsWith('06')) return digits.replace(/^(..)(..)(..)(..)(..)$/, '$1 $2 $3 $4 $5');
  if (SHORT_AREAS.includes(digits.slice(1, 3))) return digits.replace(/^(...)(...)(..)(..)$/, '$1 $2 $3 $4');
  return digits.replace(/^(....)(...)(...)$/, '$1 $2 $3');
}
