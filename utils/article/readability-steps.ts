/**
 * Of Readability's work only its weighing is wanted: which boxes are the article. Its steps that
 * prepare a whole page, read its head and clean the result for display have nothing to do on a twin
 * made of lines; these stand in their place, and the build leaves out what only they would call
 * (`utils/build/lean-readability.ts`).
 */
export const UNUSED_STEPS = {
  _unwrapNoscriptImages() {},
  _removeScripts() {},
  _prepDocument() {},
  _getJSONLD: () => ({}),
  _getArticleMetadata: () => ({ title: '' }),
  _prepArticle() {},
  _postProcessContent() {},
};

/**
 * Questions whose answer is known of the twin: nothing in it is hidden, and its byline and headline
 * are told by our own steps. The build puts the answers in the place of the questions.
 */
export const KNOWN_ANSWERS: Readonly<Record<string, boolean>> = {
  _isProbablyVisible: true,
  _isValidByline: false,
  _headerDuplicatesTitle: false,
};
