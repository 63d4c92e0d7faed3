/** Readability without the methods that nothing here calls: see `utils/build/lean-readability.ts`. */
declare module '@mozilla/readability/Readability.js?lean' {
  export default class Readability<Content> {
    constructor(document: Document, options: { charThreshold: number });
    /** What it takes for the article, in a box; null where it finds none. */
    _grabArticle(): Content | null;
  }
}
