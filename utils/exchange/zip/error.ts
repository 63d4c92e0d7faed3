/**
 * Why a zip is not read: `not-a-zip`; `truncated`, begins as one and has lost its end; `damaged`,
 * contradicts itself; `encrypted`; `too-large`, would unpack to more than such a file can honestly hold.
 */
export type ZipTrouble = 'not-a-zip' | 'truncated' | 'damaged' | 'encrypted' | 'too-large';

export class ZipError extends Error {
  readonly trouble: ZipTrouble;

  constructor(trouble: ZipTrouble, what: string, options?: ErrorOptions) {
    super(`${trouble}: ${what}`, options);
    this.name = 'ZipError';
    this.trouble = trouble;
  }
}
