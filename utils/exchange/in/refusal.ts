import { ZipError, type ZipTrouble } from '../zip/error.ts';

/** Why a whole file is not taken. Each has a sentence in `_locales` (`import_refused_<reason>`, dashes as underscores). */
export type Refusal =
  /** The file is empty, or a list of nothing. */
  | 'empty'
  /** None of the formats known here. */
  | 'not-recognised'
  /** It ends before its format says it may: half a download, a full disk. */
  | 'truncated'
  /** It breaks the rules of its format in a place that no single row answers for. */
  | 'damaged'
  /** Text in none of the encodings that can be told, or several in one. */
  | 'encoding'
  /** More bytes or rows than a library can hold. */
  | 'too-large'
  /** A zip that unpacks to far more than it should. */
  | 'bomb'
  /** A zip behind a password. */
  | 'encrypted'
  /** The browser cannot read the file (any more). */
  | 'unreadable';

/** Why one row is left out while the others are taken (`import_faulty_<reason>`). */
export type Fault =
  /** No address, or none that can be read as one. */
  | 'address'
  /** Something else where a text, a number or a list belongs. */
  | 'type'
  /** Not of the shape of its file: too few cells, no valid JSON. */
  | 'malformed'
  /** Letters were lost: part of it is in another encoding than the file. */
  | 'encoding'
  | 'too-large'
  | 'too-deep';

/** Why a row, sound as it is, is not one for the library (`import_skipped_<reason>`). */
export type Skip =
  /** Came with a feed: the reader did not save it. */
  | 'feed'
  /** `javascript:`, a mail, a page of the browser: nothing to open. */
  | 'no-page'
  /** In the trash of the other tool. */
  | 'deleted';

/** A refusal on its way out of the parsers; `refusalOf` makes it a value. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(`The file is refused: ${refusal}`, options);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

export const ZIP_REFUSALS: Record<ZipTrouble, Refusal> = {
  'not-a-zip': 'not-recognised',
  'too-large': 'bomb',
  truncated: 'truncated',
  damaged: 'damaged',
  encrypted: 'encrypted',
};

/** What was wrong with a file, of an error met while it was read; null where the error is none of the file's. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof ZipError) return ZIP_REFUSALS[error.trouble];
  const gone = ['NotReadableError', 'NotFoundError', 'SecurityError'];
  return error instanceof DOMException && gone.includes(error.name) ? 'unreadable' : null;
}
