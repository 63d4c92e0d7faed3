/** What of the library's ways in and out is open. */
export type Exchanging =
  | { kind: 'import' }
  | {
      kind: 'export';
      /** Those chosen in the list; null where none are. */
      chosen: string[] | null;
      /** A backup of all begins without a question. */
      backUpNow: boolean;
    }
  | { kind: 'storage' }
  | { kind: 'fetch' };
