import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
// Two steps, then long lists of words side by side, at the head of the script: so it compresses best.
/* oxlint-disable import/no-unassigned-import -- only their place is wanted */
import '../utils/article/snapshot/snapshot.ts';
import '../utils/article/repeats/repeats.ts';
import '../utils/article/verdict/names.ts';
import '../utils/arabic/given-names.ts';
import '../utils/article/verdict/incomplete.ts';
import '../utils/article/noise/call-boxes.ts';
import '../utils/arabic/places.ts';
import '../utils/arabic/names.ts';
/* oxlint-enable import/no-unassigned-import */
import { extractArticle } from '../utils/article/extract.ts';

/** Injected at the press; what it returns is the answer of `executeScript`. */
export default defineUnlistedScript(() => extractArticle(document));
