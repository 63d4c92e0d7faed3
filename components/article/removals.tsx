import { useId, useRef, useState } from 'preact/hooks';
import type { Article, Removal, RemovalReason } from '../../utils/article/article.ts';
import type { I18n, MessageKey } from '../../utils/i18n.ts';
import { currentEdits } from '../../utils/library/edits/current-edits.ts';
import type { Edit } from '../../utils/library/item.ts';
import { useCommand } from '../keys/commands.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Button } from '../ui/button.tsx';
import { plain } from '../ui/plain.ts';
import { isKept, type KeptKinds } from './kept-kinds.ts';
import { Text } from './text.tsx';

/** Reasons named in the quiet line; the list names all. */
const NAMED = 2;

/** Puts a removal back into the article, or takes it out again. */
export type PuttingBack = (removal: string, back: boolean) => void;

interface RemovalsProps {
  article: Article;
  edits: readonly Edit[];
  /** null where it cannot be kept. */
  onPutBack: PuttingBack | null;
  /** What the site was told to always show; null where nothing is remembered. */
  kinds: KeptKinds | null;
}

/** One quiet line for what was left out, and the list of it with the reasons. */
export function Removals({ article, edits, onPutBack, kinds }: RemovalsProps) {
  const { removals } = article;
  const i18n = useI18n();
  const back = putBackIds(edits);
  const blocks = new Set(article.blocks);
  /** What has a place in the text, and is there to be put in it. */
  const hasPlace = ({ html, at }: Removal): boolean =>
    html !== null && (at === null || blocks.has(at));
  const [open, setOpen] = useState(false);
  const list = useId();
  const section = useRef<HTMLElement>(null);
  useCommand(
    'removals',
    removals.length === 0
      ? null
      : () => {
          setOpen(!open);
          section.current?.querySelector('button')?.focus();
        },
  );
  if (removals.length === 0) return null;
  return (
    <section
      ref={section}
      class="removals small"
      data-testid="removals"
      aria-label={i18n.t('removalsTitle')}
    >
      <div class="line">
        <p>
          {summary(
            removals.filter((removal) => !back.has(removal.id)),
            i18n,
          )}
        </p>
        <Button
          look="quiet"
          data-testid="show-removals"
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
        >
          {i18n.t(open ? 'hideRemovals' : 'showRemovals')}
        </Button>
      </div>
      <ul id={list} class="removed" hidden={!open}>
        {open &&
          removals.map((removal) => (
            <Removed
              key={removal.id}
              removal={removal}
              isBack={back.has(removal.id)}
              onPutBack={hasPlace(removal) ? onPutBack : null}
              kinds={hasPlace(removal) ? kinds : null}
            />
          ))}
      </ul>
    </section>
  );
}

interface RemovedProps {
  removal: Removal;
  isBack: boolean;
  onPutBack: PuttingBack | null;
  kinds: KeptKinds | null;
}

function Removed({ removal, isBack, onPutBack, kinds }: RemovedProps) {
  const i18n = useI18n();
  const sample = plain(removal.text);
  return (
    <li data-testid="removal" data-reason={removal.reason}>
      <span class="reason">
        {i18n.t(reasonKey(removal.reason))}
        {removal.count > 1 && ` (${i18n.number(removal.count)})`}
      </span>
      {sample && (
        <span class="sample">
          <Text>{sample}</Text>
        </span>
      )}
      {onPutBack && (
        <Button look="quiet" data-testid="put-back" onClick={() => onPutBack(removal.id, !isBack)}>
          {i18n.t(isBack ? 'takeOut' : 'putBack')}
        </Button>
      )}
      {kinds && <KeepKind removal={removal} kinds={kinds} />}
    </li>
  );
}

/** «Always show this kind here», and the way to stop it. */
function KeepKind({
  removal,
  kinds: { host, kinds, keep },
}: {
  removal: Removal;
  kinds: KeptKinds;
}) {
  const { t } = useI18n();
  const kept = isKept(removal, kinds);
  return (
    <>
      {kept && <span class="kept-kind">{t('kindKept', host)}</span>}
      <Button look="quiet" data-testid="keep-kind" onClick={() => keep(removal, !kept)}>
        {kept ? t('stopKeepingKind') : t('keepKind', host)}
      </Button>
    </>
  );
}

/** The ids of the removals that stand put back. */
function putBackIds(edits: readonly Edit[]): Set<string> {
  return new Set(
    currentEdits(edits).flatMap(({ kind, value }) =>
      kind === 'put-back' && value !== null ? value : [],
    ),
  );
}

function summary(removals: Removal[], i18n: I18n): string {
  if (removals.length === 0) return i18n.t('removedNone');
  const counts = new Map<RemovalReason, number>();
  for (const { reason, count } of removals) counts.set(reason, (counts.get(reason) ?? 0) + count);
  const reasons = [...counts].toSorted(byInterest).map(([reason]) => i18n.t(reasonKey(reason)));
  const named = reasons.slice(0, NAMED);
  if (reasons.length > NAMED) named.push(i18n.t('andMore'));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return i18n.plural('removed', all, i18n.list(named));
}

/** Repeated paragraphs first, the reader would miss them most; then by number. */
function byInterest(a: [RemovalReason, number], b: [RemovalReason, number]): number {
  return Number(b[0] === 'repeated') - Number(a[0] === 'repeated') || b[1] - a[1];
}

/** A reason of a newer version is named by what all have in common. */
function reasonKey(reason: RemovalReason): MessageKey {
  return REASONS[reason] ?? REASONS['not-article'];
}

const REASONS: Record<RemovalReason, MessageKey> = {
  hidden: 'removal_hidden',
  navigation: 'removal_navigation',
  breadcrumb: 'removal_breadcrumb',
  share: 'removal_share',
  related: 'removal_related',
  comments: 'removal_comments',
  promotion: 'removal_promotion',
  advertisement: 'removal_advertisement',
  form: 'removal_form',
  'author-card': 'removal_author_card',
  tags: 'removal_tags',
  footer: 'removal_footer',
  'other-article': 'removal_other_article',
  'not-article': 'removal_not_article',
  repeated: 'removal_repeated',
  'repeated-headline': 'removal_repeated_headline',
  'repeated-caption': 'removal_repeated_caption',
  'pull-quote': 'removal_pull_quote',
  'read-also': 'removal_read_also',
  'screen-reader-hint': 'removal_screen_reader_hint',
  'embed-leftover': 'removal_embed_leftover',
  byline: 'removal_byline',
  date: 'removal_date',
  'source-line': 'removal_source_line',
  empty: 'removal_empty',
};
