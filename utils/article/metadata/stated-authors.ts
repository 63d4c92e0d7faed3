import { fold, foldWords } from '../../arabic/fold.ts';
import { holdsGivenName } from '../../arabic/given-names.ts';
import { isRoleAccount, looksLikePerson } from '../../arabic/names.ts';
import { isPlace } from '../../arabic/places.ts';
import { bylineParts, isSite } from './byline-parts.ts';
import { queryAll } from '../page/dom.ts';
import { attribute, textOf } from './dom.ts';
import type { JsonLd } from './json-ld.ts';
import { afterLabel, personIn } from './labelled-authors.ts';
import { bylineLabel } from './labels.ts';
import { metaValues, type Meta } from './meta.ts';
import type { NearLines } from './zone.ts';

const NAMES = /(?:^|[.:-])(?:author|creator|byl)(?:_name)?$/;
const ADDRESS = /^(?:https?:|www\.|@)|\.(?:com|net|org)(?![a-z])|@/;

/** Names the metadata gives, without places, the site's own name and the accounts of desks. */
export function statedNames(jsonLd: JsonLd, meta: Meta, site: ReadonlySet<string>): string[] {
  const written = /^(?:written by|كتب|كُتب|écrit|بواسطة|by)/i.test(
    meta.get('twitter:label1')?.[0] ?? '',
  );
  const names = [
    ...jsonLd.authors,
    ...metaValues(meta, NAMES),
    ...(written ? (meta.get('twitter:data1') ?? []) : []),
  ];
  return names
    .filter((name) => !ADDRESS.test(name) && name.length < 100 && !isRoleAccount(foldWords(name)))
    .flatMap((name) => {
      const parts = bylineParts(name).filter(
        (part) => !isPlace(foldWords(part)) && !isSite(part, site),
      );
      return parts.slice(0, /[،,]/.test(name) ? 4 : 1);
    });
}

/**
 * The name in an element that markup calls the author's: `rel`, `itemprop`, or a class or address
 * word that systems of every make use for it; printed near the headline or the text, not in the
 * card of another article.
 */
export function markedName(
  document: Document,
  near: NearLines,
  site: ReadonlySet<string>,
): string | null {
  const selector =
    '[rel~="author"],[itemprop~="author"],a[href*="/author"],a[href*="/writer"],[class*="author" i],.byline,.writer';
  const printed = [...near.above, ...near.below];
  for (const element of queryAll(document, selector)) {
    // No word goes on after that letter: the name is set apart by its margin alone.
    const whole = textOf(element).replace(/^بواسطة(?=\S)/, '$& ');
    if (whole.length < 4 || whole.length > 80) continue;
    // Whose motto or picture it is.
    if (Element.prototype.closest.call(element, 'blockquote,q')) continue;
    const words = ` ${foldWords(whole)} `;
    // In parts, where the name and what stands beside it are lines of their own.
    const parts = printed.filter((line) => words.includes(` ${line.words} `));
    if (parts.length === 0 && !printed.some((line) => ` ${line.words} `.includes(words))) continue;
    const text = parts.find((line) => holdsGivenName(line.words))?.text ?? whole;
    const label = bylineLabel(fold(text));
    const name = personIn(label && !label.alone ? afterLabel(text, label.length) : text, site);
    const isSure = attribute(element, 'rel') !== '' || /^\S\. /.test(name ?? '');
    if (name && looksLikePerson(foldWords(name), isSure)) return name;
  }
  return null;
}
