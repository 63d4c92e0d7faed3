import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extractArticle } from '../utils/article/extract.ts';

/** Injected at the press; what it returns is the answer of `executeScript`. */
export default defineUnlistedScript(() => extractArticle(document));
