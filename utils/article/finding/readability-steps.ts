/**
 * Of Readability's work only its weighing is wanted: which boxes are the article. We begin with the
 * step that does it; preparing a whole page, reading its head and cleaning the result for display
 * have nothing to do on a twin made of lines. The build leaves out what that step does not call
 * (`utils/build/lean-readability.ts`).
 */
export const FIRST_STEP = '_grabArticle';

/** What that step calls, for nothing but its effect, and is not wanted either. */
export const UNUSED_STEPS: ReadonlySet<string> = new Set(['_prepArticle']);

/** What it notes of the page and only its own later steps read. */
export const UNREAD_NOTES: ReadonlySet<string> = new Set([
  '_articleTitle',
  '_articleDir',
  '_articleLang',
]);

/**
 * Questions whose answer is known of the twin: nothing in it is hidden, its byline and headline are
 * told by our own steps, and it is no document of a browser. The build puts the answers in the place
 * of the questions.
 */
export const KNOWN_ANSWERS: Readonly<Record<string, boolean>> = {
  _isProbablyVisible: true,
  _isValidByline: false,
  _headerDuplicatesTitle: false,
  _docJSDOMParser: true,
};
