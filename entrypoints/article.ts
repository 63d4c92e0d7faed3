import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
// Long lists of words, side by side at the head of the script: there they compress best.
/* oxlint-disable import/no-unassigned-import -- only their place is wanted */
import '../utils/article/verdict-names.ts';
import '../utils/arabic/given-names.ts';
import '../utils/article/incomplete.ts';
import '../utils/article/call-boxes.ts';
/* oxlint-enable import/no-unassigned-import */
import { extractArticle } from '../utils/article/extract.ts';

/** Injected at the press; what it returns is the answer of `executeScript`. */
export default defineUnlistedScript(() => extractArticle(document));
