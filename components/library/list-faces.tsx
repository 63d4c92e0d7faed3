import type { MessageKey } from '../../utils/i18n.ts';
import type { LibraryTrouble } from '../../utils/library/errors.ts';
import { askedBy, onlyFilters } from '../../utils/library/search/query.ts';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { StateCard } from '../ui/state-card.tsx';
import type { Library } from './library-state.ts';
import { isEmptyLibrary, isFiltered, isSearching, NO_FILTERS, type Shelf } from './list-view.ts';

interface FaceProps {
  library: Library;
  /** Heading level. */
  level: 1 | 2;
}

const EMPTY: Record<Shelf['kind'], [MessageKey, MessageKey | null]> = {
  list: ['listEmpty', 'libraryEmptyHint'],
  archive: ['archiveEmpty', null],
  favourites: ['favouritesEmpty', null],
  trash: ['trashEmpty', null],
  links: ['linksEmpty', null],
  partial: ['partialEmpty', null],
  tag: ['tagEmpty', null],
};

/** A list with nothing in it says why, and how to go on. */
export function EmptyList({ library, level }: FaceProps) {
  const { t } = useI18n();
  const view = library.answered.value;
  if (isSearching(view) || isFiltered(view))
    return <NothingFound library={library} level={level} />;
  const facts = library.facts.value;
  const [title, hint] = EMPTY[view.shelf.kind];
  const whole = view.shelf.kind === 'list' && (!facts || isEmptyLibrary(facts));
  return (
    <StateCard
      name={whole ? 'empty-library' : 'empty-shelf'}
      drawing="shelf"
      title={t(whole ? 'libraryEmpty' : title)}
      hint={hint && t(hint)}
      level={level}
    />
  );
}

function NothingFound({ library, level }: FaceProps) {
  const { t } = useI18n();
  const view = library.answered.value;
  const hasWords = isSearching(view) && !onlyFilters(view.search);
  return (
    <StateCard
      name="nothing-found"
      drawing="sheet"
      title={hasWords ? t('nothingFound', askedBy(view.search)) : t('nothingPasses')}
      hint={t(hasWords ? 'nothingFoundHint' : 'nothingPassesHint')}
      level={level}
      actions={
        <Button
          data-testid="clear-search"
          onClick={() => library.show({ search: '', filters: NO_FILTERS })}
        >
          {t('showAll')}
        </Button>
      }
    />
  );
}

const FAILURES: Record<LibraryTrouble, [MessageKey, MessageKey]> = {
  database: ['libraryFailed', 'libraryFailedHint'],
  newer: ['libraryNewer', 'libraryNewerHint'],
};

export function FailedList({ library, trouble, level }: FaceProps & { trouble: LibraryTrouble }) {
  const { t } = useI18n();
  const [said, hint] = FAILURES[trouble];
  return (
    <StateCard
      name="library-failed"
      drawing="closed"
      title={t(said)}
      hint={t(hint)}
      level={level}
      actions={
        <Button data-testid="try-again" onClick={() => void library.load()}>
          {t('tryAgain')}
        </Button>
      }
    />
  );
}
