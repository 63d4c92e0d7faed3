import type { Article, Removal } from '../../utils/article/article.ts';
import { isSameKind, type RemovalKind } from '../../utils/article/removal-kind.ts';
import type { Edit } from '../../utils/library/item.ts';

/** What the site of an article was told to always show. */
export interface KeptKinds {
  /** Host of the site, without `www.`. */
  host: string;
  kinds: readonly RemovalKind[];
  keep: (kind: RemovalKind, keep: boolean) => void;
}

/** Whether a removal is shown again because its site was told so. */
export function isKept(removal: Removal, kinds: readonly RemovalKind[]): boolean {
  return kinds.some((kind) => isSameKind(kind, removal));
}

/**
 * The edits with those a site's kept kinds stand for. What the reader took out of this very article
 * stays out.
 */
export function withKeptKinds(
  { removals }: Pick<Article, 'removals'>,
  edits: readonly Edit[],
  kinds: readonly RemovalKind[],
): readonly Edit[] {
  if (kinds.length === 0) return edits;
  const decided = new Set(
    edits.flatMap(({ kind, value }) => (kind === 'put-back' && value !== null ? value : [])),
  );
  const shown = removals.filter((removal) => !decided.has(removal.id) && isKept(removal, kinds));
  if (shown.length === 0) return edits;
  return [
    ...edits,
    ...shown.map(({ id }): Edit => ({
      id: `kept-kind ${id}`,
      kind: 'put-back',
      anchor: null,
      value: id,
      stamp: '',
      removed: false,
    })),
  ];
}
