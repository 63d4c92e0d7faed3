import type { Article, Direction } from '../../utils/article/article.ts';
import { textDirection } from '../../utils/arabic/direction.ts';
import { hidden, turned, turnedArticle } from '../../utils/library/edits/block-edits.ts';
import { wordsOf } from '../../utils/library/edits/wordless-parts.ts';
import type { BlockText } from '../../utils/library/edits/find-passage.ts';
import type { Colour, Edit } from '../../utils/library/item.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { backToText, focusFirst } from './aim.ts';
import type { Change } from './change.ts';
import { useHand } from './hand.ts';
import { blockElement, shownBody, wordlessElement } from './selected.ts';
import { Swatches, Tools } from './tools.tsx';

interface HandToolsProps {
  article: Article;
  blocks: readonly BlockText[];
  edits: readonly Edit[];
  change: Change;
  on: boolean;
  /** Whether a dialog is over the article. */
  asking: boolean;
  onLeave: () => void;
  onMark: (block: BlockText, colour: Colour) => void;
  onNote: (block: BlockText) => void;
  /** The tools while they are shown. */
  place: { current: HTMLDivElement | null };
  /** Told of the block the hand stands on. */
  standsOn: { current: BlockText | null };
}

/** Hides, turns and marks whole blocks: the way for who cannot select, and for what should not be there. */
export function HandTools(props: HandToolsProps) {
  const { article, blocks, edits, change, on, asking, place, standsOn } = props;
  const { t } = useI18n();
  const leave = (): void => {
    if (place.current) backToText(place.current);
    props.onLeave();
  };
  const hand = useHand(on, asking, {
    unnamed: t('hiddenUnnamed'),
    onTools: () => focusFirst(place.current),
    onHide: () => hide(),
    onLeave: leave,
  });
  const block = blocks.find(({ key }) => key === hand.block) ?? null;
  standsOn.current = on ? block : null;
  const part = block ?? wordlessPart(hand.block);
  const hide = (): void => {
    if (!part) return;
    const next = hand.next();
    void change(() => [hidden(part, true)], { text: 'blockHidden', undo: true }).then((done) => {
      if (done) hand.goTo(next);
    });
  };
  if (!on || asking || !part || !hand.box) return null;
  const shown = directionShown(part.key) ?? article.dir;
  const other: Direction = shown === 'rtl' ? 'ltr' : 'rtl';
  const turn = (): void => {
    if (!block) return;
    const own = textDirection(block.text);
    const isOwn = other === own && turnedArticle(edits) === null;
    void change(() => [turned(block, isOwn ? null : other)], { text: 'blockTurned', undo: true });
  };
  return (
    <Tools
      place={place}
      label={t('handTools')}
      name="hand-tools"
      keys={['highlight', 'keys']}
      onEscape={hand.focus}
      box={hand.box}
    >
      <IconButton label={t('handHide')} icon="hide" data-testid="hand-hide" onClick={hide} />
      {block && (
        <>
          <IconButton
            label={t(other === 'rtl' ? 'turnRtl' : 'turnLtr')}
            icon="turn"
            data-testid="hand-turn"
            onClick={turn}
          />
          <Swatches colour={null} onPick={(colour) => props.onMark(block, colour)} />
          <IconButton
            label={t('note')}
            icon="note"
            data-testid="hand-note"
            onClick={() => props.onNote(block)}
          />
        </>
      )}
      <Button look="quiet" data-testid="hand-done" onClick={leave}>
        {t('handDone')}
      </Button>
    </Tools>
  );
}

/** The picture or embed shown of that key: nothing to turn or to mark, but to hide. */
function wordlessPart(key: string | null): BlockText | null {
  const body = shownBody();
  const part = body && key !== null ? wordlessElement(body, key) : null;
  return key !== null && part ? { key, text: wordsOf(part) } : null;
}

function directionShown(key: string): Direction | null {
  const body = shownBody();
  const element = body && blockElement(body, key);
  // Old pages' lines and code have theirs from the style.
  const dir = element && (element.dir || getComputedStyle(element).direction);
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
}
