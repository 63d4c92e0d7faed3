/** What asking for the page of a kept link gives. */
export type FetchedPage =
  | { ok: true; html: string; /** Where it was answered from, after redirects. */ url: string }
  | { ok: false; reason: FetchTrouble };

/**
 * - `no-answer`: no network, no such host, or not in time; trying again may help.
 * - `refused`: the host answered with an error, or asks for a login.
 * - `not-a-page`: a file of another kind, or an address that is not of the web.
 * - `gone`: no longer in the library.
 * - `not-allowed`: the right to ask hosts was taken back.
 */
export type FetchTrouble =
  | 'no-answer'
  | 'refused'
  | 'not-a-page'
  | 'too-large'
  | 'gone'
  | 'not-allowed';
