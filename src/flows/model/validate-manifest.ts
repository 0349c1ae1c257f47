import * as v from 'valibot';
import {INTEGRITY} from './integrity.js';
import type {PartKind} from './manifest.js';
import {bounded, Id, Lang, Line} from './validate-shared.js';

/** A file beside the manifest: no folders, so that a pack cannot point elsewhere. */
const FileName = v.pipe(v.string(), v.maxLength(300), v.regex(/^[a-z0-9][a-z0-9.-]*\.json$/), v.check((name) => !name.includes('..')));

const words = {address: v.exactOptional(Line), hours: v.exactOptional(Line)};

const ContactSchema = v.strictObject({
  name: Line,
  phone: v.exactOptional(v.pipe(v.string(), v.maxLength(40), v.regex(/^[+\d][\d\s().-]+$/))),
  email: v.exactOptional(v.pipe(v.string(), v.maxLength(200), v.regex(/^[^\s@<>"'\\:/?]+@[^\s@<>"'\\:/?]+$/))),
  website: v.exactOptional(v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\/[^\s<>"'\\]+$/))),
  ...words,
  words: v.exactOptional(v.record(Lang, v.strictObject({name: v.exactOptional(Line), ...words}))),
});

const partsOf = (kinds: readonly PartKind[]) =>
  bounded(
    v.strictObject({
      kind: v.picklist(kinds),
      id: Id,
      lang: Lang,
      file: FileName,
      integrity: v.pipe(v.string(), v.regex(INTEGRITY)),
    }),
    5000,
  );

/** A list names no list: there is nothing to go round in. */
export const LaterSchema = v.strictObject({lang: Lang, parts: partsOf(['flow', 'ends', 'support', 'offers', 'places', 'alarms', 'understanding'])});

export const ManifestSchema = v.strictObject({
  formaat: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: Id,
  name: Line,
  organisation: Line,
  version: v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/)),
  languages: v.pipe(v.array(Lang), v.minLength(1), v.maxLength(50)),
  address: v.picklist(['je', 'u']),
  contact: ContactSchema,
  area: v.exactOptional(bounded(Line, 1000)),
  parts: partsOf(['flow', 'ends', 'support', 'later', 'offers', 'places', 'alarms', 'understanding']),
});
