import { NoRoom } from '../../utils/handoff.ts';
import { changeWithUndo } from '../library/change-with-undo.ts';
import { IconButton } from '../ui/button.tsx';
import { Bar } from './bar.tsx';
import type { CompactState } from './compact-state.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { ItemMenuLines, ItemToggles } from './item-bar.tsx';
import { MarksMenuLines } from '../marks/marks-menu-lines.tsx';
import { MoreMenu } from './more-menu.tsx';
import { canOpenPanel, openInPanel, openInTab } from './other-pages.ts';
import { SaveButton, SavedSign } from './save-button.tsx';
import type { Base } from './shell.tsx';
import { originalOf, withoutItem, type Subject } from './subject.ts';
import { TimeLeft } from '../focus/time-left.tsx';
import { GuideLine } from '../focus/line-guide.tsx';
import { useCommand } from '../keys/commands.ts';
import { PRINT_HASH } from './print-page.ts';
import { TakeLines } from './take-lines.tsx';
import { TypePanel } from '../reading/type-panel.tsx';
import { placeShown } from './use-reading-place.ts';

interface CompactBarProps {
  base: Base;
  compact: CompactState;
  /** The popup has done its work once a tab or the panel has opened. */
  onLeft: () => void;
  inPanel: boolean;
}

export function CompactBar({ base, compact, onLeft, inPanel }: CompactBarProps) {
  const { t } = useI18n();
  const view = compact.view.value;
  const shown: Subject = view === 'item' ? compact.opened.value : compact.place.subject.value;
  const isArticle = shown.kind === 'article' && view !== 'list';
  const leave = (leaving: Promise<void>): void => {
    leaving.then(onLeft, (error: unknown) => {
      console.error(error);
      base.toasts.show({ text: t(error instanceof NoRoom ? 'noRoomForTab' : 'openFailed') });
    });
  };
  const openTab = (listen = false, hash = ''): void => {
    const place = isArticle ? placeShown() : null;
    const inTab = view === 'list' ? { kind: 'none' as const } : shown;
    leave(openInTab(inTab, compact.place.isPrivate, { place, listen }, hash));
  };
  useCommand('tab', () => openTab());
  useCommand('listen', isArticle ? () => openTab(true) : null);
  return (
    <Bar
      progress={isArticle}
      start={
        <>
          <Start compact={compact} shown={shown} />
          {isArticle && <TimeLeft article={shown.article} />}
        </>
      }
      end={
        <>
          {isArticle && (
            <IconButton
              label={t('listen')}
              icon="listen"
              data-testid="listen"
              onClick={() => openTab(true)}
            />
          )}
          {isArticle && <TypePanel state={base.state} />}
          <IconButton
            label={t('openInTab')}
            icon="tab"
            data-testid="open-tab"
            onClick={() => openTab()}
          />
          {view !== 'list' && (
            <IconButton
              label={t('library')}
              icon="library"
              data-testid="open-library"
              onClick={() => (compact.view.value = 'list')}
            />
          )}
          <MoreMenu
            state={base.state}
            original={isArticle ? originalOf(shown) : null}
            onOpenPanel={
              isArticle && view === 'page' && !inPanel && canOpenPanel()
                ? () => leave(openInPanel(compact.place))
                : null
            }
            onDelete={isArticle && shown.item ? () => void deleteShown(base, compact) : null}
          >
            {isArticle && <MarksMenuLines marking={compact.marking} />}
            {isArticle && shown.item && <ItemMenuLines desk={compact.desk} item={shown.item} />}
            {isArticle && (
              <>
                <GuideLine />
                <TakeLines
                  subject={shown}
                  isPrivate={compact.place.isPrivate}
                  toasts={base.toasts}
                  onPrint={() => openTab(false, PRINT_HASH)}
                />
              </>
            )}
          </MoreMenu>
        </>
      }
    />
  );
}

function Start({ compact, shown }: { compact: CompactState; shown: Subject }) {
  const { t } = useI18n();
  const view = compact.view.value;
  const back = view === 'list' ? 'page' : 'list';
  const goBack = (): void => void (compact.view.value = back);
  useCommand('back', view === 'page' ? null : goBack);
  if (view === 'page') {
    return shown.kind === 'article' ? (
      <SaveButton subject={shown} saving={compact.saving} />
    ) : (
      <span class="brand">
        <span class="dot" aria-hidden="true" />
        {t('extensionShortName')}
      </span>
    );
  }
  return (
    <>
      <IconButton
        label={t(view === 'list' ? 'toArticle' : 'back')}
        icon="back"
        data-testid="back"
        onClick={goBack}
      />
      {view === 'item' && shown.kind === 'article' && shown.item && (
        <>
          <SavedSign />
          <ItemToggles desk={compact.desk} item={shown.item} />
        </>
      )}
      {view === 'list' && <h1 class="title">{t('library')}</h1>}
    </>
  );
}

async function deleteShown(base: Base, compact: CompactState): Promise<void> {
  const fromPage = compact.view.value === 'page';
  const source = fromPage ? compact.place.subject : compact.opened;
  const shown = source.value;
  if (shown.kind !== 'article' || !shown.item) return;
  await changeWithUndo('delete', [shown.item.id], {
    library: compact.desk.library,
    toasts: base.toasts,
    i18n: base.state.i18n.value,
    takeFocus: true,
    tabId: fromPage ? compact.place.tabId : null,
    onDone: () => {
      source.value = withoutItem(source.value, shown);
      if (!fromPage && compact.view.value === 'item') compact.view.value = 'list';
    },
  });
}
